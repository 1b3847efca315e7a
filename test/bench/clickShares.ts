/** Whose the time of a click is: a processor profile of the page, told apart by the scripts that were running. */
import type { CDPSession } from 'playwright-core';

/** Milliseconds in which scripts ran. What the browser does between them, waiting among it, cannot be told apart. */
export interface ClickShares {
  /** The stand-in for Excel: what a real one does elsewhere. */
  readonly standIn: number;
  /** Microsoft's office.js. */
  readonly office: number;
  /** The pane's own scripts, what the browser does for them included: elements, styles, compiling. */
  readonly own: number;
}

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}
interface Profile {
  readonly nodes: readonly Node[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

function ownerOf(url: string): keyof ClickShares | null {
  if (url.includes('/demo/')) return 'standIn';
  if (url.includes('/office-js/')) return 'office';
  return url.includes('/pane/') ? 'own' : null;
}

/** What has no script of its own is done for whoever called it. */
function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profile): ClickShares {
  const parents = new Map<number, Node>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node);
  const shares = { standIn: 0, office: 0, own: 0 };
  samples.forEach((id, place) => {
    const node = byId.get(id);
    let owner: keyof ClickShares | null = null;
    for (let at = node; at && owner === null; at = parents.get(at.id)) owner = ownerOf(at.callFrame.url);
    if (owner) shares[owner] += (timeDeltas[place] ?? 0) / 1000;
  });
  return shares;
}

/** Does the work and tells whose its time was. Profiling lengthens it: the shares count, and not their sum. */
export async function profiled(session: CDPSession, work: () => Promise<unknown>): Promise<ClickShares> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  return sharesOf(profile);
}
