// The refusals of this adapter, each with its words under `word.`. What was sent cannot be used as it is: HTTP 422.
import { type Facts, Refused } from '#platform/refusals.ts'

export type WordRefusal =
  | 'empty-file' | 'file-too-large' | 'password-protected' | 'old-word' | 'open-document' | 'pdf' | 'web-page' | 'xml' | 'image' | 'archive'
  | 'rich-text' | 'spreadsheet' | 'not-a-document' | 'macros' | 'zip-bomb' | 'damaged' | 'no-text' | 'too-much-text' | 'too-many-tables' | 'too-deep' | 'table-too-wide'

export const refusal = (key: WordRefusal, facts: Facts = {}): Refused => new Refused(`word.${key}`, facts, 422)
