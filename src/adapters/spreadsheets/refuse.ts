// The refusals of this adapter, each with its words under `spreadsheets.`. What was sent cannot be used as it is: HTTP 422.
import { Refused, type Facts } from '#platform/refusals.ts'

export type SpreadsheetRefusal =
  | 'empty-file' | 'file-too-large' | 'password-protected' | 'old-excel' | 'binary-excel' | 'open-document' | 'pdf' | 'web-page' | 'xml'
  | 'image' | 'archive' | 'other-office-file' | 'not-a-spreadsheet' | 'unknown-encoding' | 'zip-bomb' | 'damaged' | 'no-rows' | 'no-such-sheet'
  | 'too-many-rows' | 'too-many-columns' | 'cell-too-long'

export const refusal = (key: SpreadsheetRefusal, facts: Facts = {}): Refused => new Refused(`spreadsheets.${key}`, facts, 422)
