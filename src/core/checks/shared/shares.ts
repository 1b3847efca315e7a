/** Names of rates that are shares of a whole and end at 100%. */
import { bareName } from '../../value/bareName';

const shares =
  /(?:满意度|满意率|合格率|达标率|优良率|优秀率|覆盖率|及时率|准确率|成活率|入学率|巩固率|普及率|通过率|完好率|出勤率|知晓率|参保率|受益率|占比|比重)$/u;

/** Whether it is a share of a whole, so that more than 100% is impossible. */
export function isShareOfWhole(name: string): boolean {
  return shares.test(bareName(name));
}
