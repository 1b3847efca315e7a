/** Where the batches between office.js and Excel can be listened to: in a page, and at the simulated host in Node. */
import type { SimulatedHost } from '../../src/simulator/richapi/host';
import type { Batch } from './recording';

/** Calls the listener for every answered batch, until the returned function is called. */
export type Wire = (onBatch: (batch: Batch) => void) => () => void;

/** An office.js without the door that is known here: answers are recorded, batches are not. */
export const noWire: Wire = () => () => undefined;

const mostCharacters = 200_000;

/** A body as it is written down: whole, or, where nobody could read it anyway, by its length. */
function bodyOf(text: string): unknown {
  return text.length > mostCharacters ? { charactersLeftOut: text.length } : JSON.parse(text);
}

interface OfficeResult {
  readonly status: string;
  readonly value?: { readonly data: readonly unknown[] };
  readonly error?: { readonly code: number };
}
type Send = (message: readonly unknown[], callback: (result: OfficeResult) => void) => void;
interface RichApi {
  readonly executeRichApiRequestAsync: Send;
}

/** Places of the bodies in what goes over, and in what comes back. */
const bodyOfRequest = 4;
const bodyOfResponse = 2;

/** The door through which office.js, on the desktop and on the web, sends every batch; not documented by Microsoft. */
export function wireOfPage(page: object): Wire {
  const { OSF: internals } = page as { readonly OSF?: { readonly DDA?: { RichApi?: RichApi } } };
  const space = internals?.DDA;
  const door = space?.RichApi;
  if (space === undefined || typeof door?.executeRichApiRequestAsync !== 'function') return noWire;
  return (onBatch) => {
    const listening: Send = (message, callback) => {
      door.executeRichApiRequestAsync(message, (result) => {
        const body = result.value?.data[bodyOfResponse];
        // A long answer comes in pieces.
        const text = Array.isArray(body) ? body.join('') : body;
        const response: unknown =
          typeof text === 'string' ? bodyOf(text) : { transport: result.error?.code ?? result.status };
        onBatch({ request: bodyOf(String(message[bodyOfRequest])), response });
        callback(result);
      });
    };
    // The function itself is read-only; what office.js looks it up in is not.
    space.RichApi = Object.create(door, { executeRichApiRequestAsync: { value: listening } }) as RichApi;
    return () => {
      space.RichApi = door;
    };
  };
}

/** The host of the simulated Excel in Node, where there is no page. */
export function wireOfHost(host: SimulatedHost): Wire {
  return (onBatch) => {
    const execute = host.execute.bind(host);
    host.execute = async (body, flags) => {
      const answer = await execute(body, flags);
      const response: unknown = answer.body === null ? { transport: answer.code } : bodyOf(answer.body);
      onBatch({ request: bodyOf(body), response });
      return answer;
    };
    return () => {
      host.execute = execute;
    };
  };
}
