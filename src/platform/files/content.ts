// What a file is, told from its first bytes. Only kinds that cannot run anything in a browser are kept.
const starts: [type: string, bytes: string][] = [
  ['application/pdf', '25504446'], ['image/png', '89504e470d0a1a0a'], ['image/jpeg', 'ffd8ff'], ['image/tiff', '49492a00'], ['image/tiff', '4d4d002a'],
  ['image/webp', '52494646'],
]
const office = {
  'word/': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The media type of these bytes, or nothing when they are of no kind that is kept. */
export function typeOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (head.startsWith('504b0304')) return officeOf(bytes)
  const type = starts.find(([, start]) => head.startsWith(start))?.[0]
  if (type === 'image/webp' && Buffer.from(bytes.subarray(8, 12)).toString() !== 'WEBP') return undefined
  return type
}

/** A zip is kept only when it is a Word or Excel file without macros. */
function officeOf(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.includes('[Content_Types].xml') || text.includes('vbaProject.bin')) return undefined
  return Object.entries(office).find(([folder]) => text.includes(folder))?.[1]
}
