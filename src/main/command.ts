/** The command line as one file: in a thread it reviews, else it is the command. */
import { isMainThread } from 'node:worker_threads';

void (isMainThread ? import('./cli') : import('./cliThread'));
