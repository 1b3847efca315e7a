/** A thread of the command line: opens and reviews files. Wires, decides nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData } from '../command/disk/threadRunner';
import { serveFiles } from '../command/fileServer';
import type { Speaker } from '../command/speaker';
import { openFileWorkbook } from '../file/fileWorkbook';
import { createWords } from '../words';

const words = createWords('zh-CN');

const speaker: Speaker = {
  finding: (finding) => words.findingText(finding),
  checkTitle: (check) => words.checkText(check).title,
  evidence: (kind) => words.say(`evidence-${kind}`),
  derivation: (derivation) => words.derivationText(derivation),
  premise: (premise) => words.premiseText(premise),
  noForm: (because) => {
    const { nextStep, sentence } = words.noFormText(because);
    return `${sentence}${nextStep}`;
  },
  notChecked: (list) => words.notCheckedText(list),
  layout: (layout) => words.layoutText(layout),
  fault: (fault) => words.faultText(fault),
};

if (!parentPort) throw new Error('this program is run as a thread of the command line');
serveFiles(parentPort, workerData as ThreadData, { open: (path) => openFileWorkbook(path), speaker });
