/** Conditional formats that Excel cannot read, and every fault on top. */
import { testMatrixIn } from './matrixIn';

testMatrixIn('a rule that cannot be read (#6396)');
testMatrixIn('a duplicated rule (#6835)');
