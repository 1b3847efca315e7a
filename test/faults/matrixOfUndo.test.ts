/** Undo that Excel does not group, rules over whole columns, and every fault on top. */
import { testMatrixIn } from './matrixIn';

testMatrixIn('undo that is not grouped (#6711)');
testMatrixIn('undo whose group does not close (#6711)');
testMatrixIn('rules of whole columns');
