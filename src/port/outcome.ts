/** The two ways a use of the host ends. */
import type { HostFault, Outcome } from './workbook';

/** A success with its value. */
export function succeeded<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A host fault; it fits the outcome of any call. */
export function failed(fault: HostFault): { readonly ok: false; readonly fault: HostFault } {
  return { ok: false, fault };
}
