/** What helps to find a fault: versions, abilities and times; nothing of a form. */
import type { PaneState } from './state';

/** Lines of "name: value", in English for whoever looks after the add-in. */
export function diagnosticsOf(state: PaneState, version: string): string {
  const { capabilities, failure, isWatching, report, reviewTime, settings } = state;
  const forms = report?.forms ?? [];
  const facts: Readonly<Record<string, string | number | boolean | null>> = {
    version,
    host: capabilities?.host ?? null,
    ...Object.fromEntries(Object.entries(capabilities?.details ?? {}).map(([name, value]) => [`host ${name}`, value])),
    canMark: capabilities?.canMark ?? null,
    nativeUndo: capabilities?.nativeUndo ?? null,
    watching: isWatching,
    browser: navigator.userAgent,
    window: `${window.innerWidth} × ${window.innerHeight}`,
    language: settings.language,
    liveReview: settings.liveReview,
    lastReview: reviewTime === null ? null : `${reviewTime.toFixed(0)} ms`,
    forms: forms.length,
    indicators: forms.reduce((count, { examined }) => count + examined.indicators, 0),
    findings: forms.reduce((count, { allFindings }) => count + allFindings.length, 0),
    layouts: forms.map(({ form }) => form.layout).join(' '),
    lastFailure:
      failure && (failure.fault.kind === 'unexpected' ? `unexpected ${failure.fault.code}` : failure.fault.kind),
  };
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value ?? '-'}`)
    .join('\n');
}
