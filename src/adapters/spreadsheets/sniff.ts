// Says from the bytes alone what a file is; the name a file carries is only a claim.
import { limits } from './limits.ts'
import { refusal, type SpreadsheetRefusal } from './refuse.ts'

const signatures: [string, SpreadsheetRefusal][] = [
  ['%PDF', 'pdf'], ['\x89PNG', 'image'], ['\xff\xd8\xff', 'image'], ['GIF8', 'image'], ['II*\0', 'image'], ['MM\0*', 'image'],
  ['\x1f\x8b', 'archive'], ['Rar!', 'archive'], ['7z\xbc\xaf', 'archive'], ['BZh', 'archive'], ['\xfd7zXZ', 'archive'],
]
const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** `zip` may be a workbook; `text` may be a table. Everything else is refused by its own name. */
export function sniff(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw refusal('empty-file')
  if (bytes.length > limits.fileBytes) throw refusal('file-too-large', { megabytes: Math.ceil(bytes.length / 1048576), limit: limits.fileBytes / 1048576 })
  const head = latin(bytes.subarray(0, 16))
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip'
  if (head.startsWith(compoundFile)) throw refusal(isEncrypted(bytes) ? 'password-protected' : 'old-excel')
  if (head.startsWith('RIFF') && head.endsWith('WEBP', 12)) throw refusal('image')
  for (const [start, key] of signatures) if (head.startsWith(start)) throw refusal(key)
  refuseMarkup(bytes)
  return 'text'
}

/** An encrypted workbook is a compound file with a stream named EncryptedPackage ([MS-OFFCRYPTO] 2.3.4.4); an old .xls has none. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function refuseMarkup(bytes: Uint8Array): void {
  const start = latin(bytes.subarray(0, 2048)).replaceAll('\0', '').replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart().toLowerCase()
  if (/^(<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta|style|div)\b/s.test(start)) throw refusal('web-page')
  if (/^<\?xml\b/.test(start)) throw refusal(start.includes('<html') ? 'web-page' : 'xml')
  if (start.startsWith('{\\rtf')) throw refusal('other-office-file')
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
