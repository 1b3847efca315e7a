/** An error that the simulated Excel answers; code and place reach the add-in as they do from Excel. */

const statuses: Readonly<Record<string, number>> = {
  ItemNotFound: 404,
  ApiNotFound: 404,
  InvalidArgument: 400,
  InvalidReference: 400,
  InvalidSelection: 400,
  InvalidOperation: 400,
  AccessDenied: 403,
  ItemAlreadyExists: 409,
  UnsupportedSheet: 400,
  NotImplemented: 501,
};

const messages: Readonly<Record<string, string>> = {
  ItemNotFound: "The requested resource doesn't exist.",
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  AccessDenied: 'You cannot perform the requested operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  GeneralException: 'There was an internal error while processing the request.',
};

export class HostError extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    readonly location: string,
    message?: string,
  ) {
    super(message ?? messages[code] ?? code);
    this.status = statuses[code] ?? 500;
  }
}
