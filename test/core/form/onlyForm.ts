/** Recognises a sheet that holds exactly one form. */
import type { Form } from '../../../src/core/form/form';
import type { ColumnMapping } from '../../../src/core/form/columnMapping';
import { recognise } from '../../../src/core/form/recognise';
import type { Snapshot } from '../../../src/core/sheet/snapshot';

/** The only form of the sheet. @throws Error when there is none, or more than one. */
export function onlyForm(snapshot: Snapshot, mapping?: ColumnMapping): Form {
  const recognition = recognise(snapshot, mapping);
  if (!recognition.found) throw new Error(`no form: ${JSON.stringify(recognition.because)}`);
  const [form, ...others] = recognition.forms;
  if (!form || others.length > 0) throw new Error(`${recognition.forms.length} forms`);
  return form;
}
