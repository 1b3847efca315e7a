/** A line between two ends of one process that copies what it carries, as a worker's does. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Line } from '../../src/file/calls';

export interface OpenLine {
  readonly near: Line;
  readonly far: Line;
  close(): void;
}

function endOf(port: MessagePort): Line {
  return {
    post: (message, handedOver = []) => port.postMessage(message, [...handedOver]),
    listen: (hear) => void port.on('message', hear),
  };
}

/** Opens a line; it keeps the process alive until it is closed. */
export function openLine(): OpenLine {
  const { port1, port2 } = new MessageChannel();
  return { near: endOf(port1), far: endOf(port2), close: () => port1.close() };
}
