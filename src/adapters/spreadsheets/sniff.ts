// Whether a file may be a spreadsheet at all, told from its bytes.
import { type FileKind, kindOf } from '#platform/office/sniff.ts'
import { limits } from './limits.ts'
import { refusal, type SpreadsheetRefusal } from './refuse.ts'

const refused: Partial<Record<FileKind, SpreadsheetRefusal>> = {
  empty: 'empty-file', encrypted: 'password-protected', compound: 'old-excel', pdf: 'pdf', image: 'image', archive: 'archive',
  'web-page': 'web-page', xml: 'xml', 'rich-text': 'other-office-file',
}

/** `zip` may be a workbook; `text` may be a table. Everything else is refused by its own name. */
export function sniff(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length > limits.fileBytes) throw refusal('file-too-large', { megabytes: Math.ceil(bytes.length / 1048576), limit: limits.fileBytes / 1048576 })
  const kind = kindOf(bytes)
  const key = refused[kind]
  if (key) throw refusal(key)
  return kind === 'zip' ? 'zip' : 'text'
}
