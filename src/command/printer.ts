/** Puts results on standard output as they come: JSON, tables, or nothing where a report is written instead. */
import type { RollUp } from '../summary/rollUp';
import type { ReviewArguments } from './arguments';
import type { ReviewedFile } from './reviewedFile';
import { broughtLine, fileTable, onOneLine } from './printedTable';

/** Takes the results in order, and the summary at the end. */
export interface Printer {
  next(result: ReviewedFile): void;
  end(summary: RollUp): void;
}

type Print = (text: string) => void;

function jsonPrinter(print: Print): Printer {
  const opening = '{\n  "version": 1,\n  "files": [';
  const indented = (value: unknown, by: string): string => JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
  let printed = 0;
  return {
    next({ file }) {
      print(`${printed === 0 ? opening : ','}\n    ${indented(file, '    ')}`);
      printed += 1;
    },
    end(summary) {
      print(`${printed === 0 ? opening : '\n  '}],\n  "summary": ${indented(summary, '  ')}\n}\n`);
    },
  };
}

const totalsLine = ({ totals: { counts, forms } }: RollUp): string =>
  `\n共 ${forms} 张自评表：P0 致命 ${counts.P0}，P1 重要 ${counts.P1}，P2 优化 ${counts.P2}。\n`;

/** Where a report is written: only what could not be reviewed or was not adopted, and the totals. */
function reportedPrinter(print: Print): Printer {
  return {
    next({ file: { brought, fault, path } }) {
      const offer = broughtLine(brought);
      if (fault) print(`${onOneLine(fault.message)}\n`);
      if (offer !== null) print(`${onOneLine(`“${path}”：${offer}`)}\n`);
    },
    end: (summary) => print(totalsLine(summary)),
  };
}

function tablePrinter(print: Print): Printer {
  let printed = 0;
  return {
    next({ file }) {
      print(`${printed > 0 ? '\n' : ''}${fileTable(file)}\n`);
      printed += 1;
    },
    end(summary) {
      if (printed > 1) print(totalsLine(summary));
    },
  };
}

/** The printer that the arguments ask for. */
export function createPrinter({ html, json, results, xlsx }: ReviewArguments, print: Print): Printer {
  if (json) return jsonPrinter(print);
  return html !== null || xlsx !== null || results !== null ? reportedPrinter(print) : tablePrinter(print);
}
