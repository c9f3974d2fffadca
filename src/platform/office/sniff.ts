// Says from the bytes alone what a file is; the name a file carries is only a claim.

/** `compound` is a file of the old Office formats. `other` may be text, or anything. */
export type FileKind = 'empty' | 'zip' | 'encrypted' | 'compound' | 'pdf' | 'image' | 'archive' | 'web-page' | 'xml' | 'rich-text' | 'other'

const signatures: [string, FileKind][] = [
  ['PK\x03\x04', 'zip'], ['PK\x05\x06', 'zip'],
  ['%PDF', 'pdf'], ['\x89PNG', 'image'], ['\xff\xd8\xff', 'image'], ['GIF8', 'image'], ['II*\0', 'image'], ['MM\0*', 'image'],
  ['\x1f\x8b', 'archive'], ['Rar!', 'archive'], ['7z\xbc\xaf', 'archive'], ['BZh', 'archive'], ['\xfd7zXZ', 'archive'],
]
const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const head = latin(bytes.subarray(0, 16))
  if (head.startsWith(compoundFile)) return isEncrypted(bytes) ? 'encrypted' : 'compound'
  if (head.startsWith('RIFF') && head.endsWith('WEBP', 12)) return 'image'
  return signatures.find(([start]) => head.startsWith(start))?.[1] ?? markup(bytes)
}

/** An encrypted file is a compound file with a stream named EncryptedPackage ([MS-OFFCRYPTO] 2.3.4.4); an old one has none. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function markup(bytes: Uint8Array): FileKind {
  const start = latin(bytes.subarray(0, 2048)).replaceAll('\0', '').replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart().toLowerCase()
  if (/^(<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta|style|div)\b/s.test(start)) return 'web-page'
  if (/^<\?xml\b/.test(start)) return start.includes('<html') ? 'web-page' : 'xml'
  return start.startsWith('{\\rtf') ? 'rich-text' : 'other'
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
