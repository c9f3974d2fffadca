// Opens a Word file that is not trusted: what it is, whether it could run anything, and what it wants from outside. Nothing is followed.
import { posix } from 'node:path'
import { type FileKind, kindOf } from '#platform/office/sniff.ts'
import { readXml } from '#platform/office/xml.ts'
import { openPackage, type Package } from '#platform/office/zip.ts'
import { limits } from './limits.ts'
import { refusal, type WordRefusal } from './refuse.ts'

export interface WordFile { package: Package; main: string; parts: Map<string, string>; outside: number }

const refused: Record<Exclude<FileKind, 'zip'>, WordRefusal> = {
  empty: 'empty-file', encrypted: 'password-protected', compound: 'old-word', pdf: 'pdf', image: 'image', archive: 'archive', 'web-page': 'web-page',
  xml: 'xml', 'rich-text': 'rich-text', other: 'not-a-document',
}

export async function openWord(bytes: Uint8Array): Promise<WordFile> {
  if (bytes.length > limits.fileBytes) throw refusal('file-too-large', { megabytes: Math.ceil(bytes.length / 1048576), limit: limits.fileBytes / 1048576 })
  const kind = kindOf(bytes)
  if (kind !== 'zip') throw refusal(refused[kind])
  const from = await openPackage(bytes, { limits, refusal })
  const main = await mainPart(from)
  await refuseMacros(from)
  const links = await linksOf(from, main)
  return { package: from, main, parts: new Map(links.filter(({ external }) => !external).map(({ type, target }) => [type, target])), outside: await outsideOf(from) }
}

async function mainPart(from: Package): Promise<string> {
  const found = from.has('_rels/.rels') ? (await linksOf(from, '')).find(({ type }) => type === 'officeDocument')?.target : undefined
  const main = found ?? 'word/document.xml'
  if (from.has(main) && /document/i.test(main)) return main
  if (from.has('xl/workbook.xml') || from.has('ppt/presentation.xml')) throw refusal('spreadsheet')
  throw refusal(from.has('mimetype') && from.has('content.xml') ? 'open-document' : from.has('[content_types].xml') ? 'damaged' : 'archive')
}

/** A macro hides under any name, so what the file says of its parts counts as well ([MS-OFFMACRO2] 2.2). */
async function refuseMacros(from: Package): Promise<void> {
  if (from.names.some((name) => /vba(project|data)|activex|\/macrosheets\//i.test(name))) throw refusal('macros')
  if (!from.has('[content_types].xml')) return
  await readXml(from, '[Content_Types].xml', { open: (_, { ContentType = '' }) => { if (/macroEnabled|vbaProject|activeX/i.test(ContentType)) throw refusal('macros') } })
}

interface Link { type: string; target: string; external: boolean }

async function linksOf(from: Package, part: string): Promise<Link[]> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const links: Link[] = []
  if (from.has(name)) await readXml(from, name, { open: (tag, attributes) => { if (tag === 'Relationship') links.push(linkOf(attributes, folder)) } })
  return links
}

const linkOf = ({ Type = '', Target = '', TargetMode = '' }: Record<string, string>, folder: string): Link =>
  ({ type: posix.basename(Type), target: Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target), external: TargetMode.toLowerCase() === 'external' })

/** Templates, pictures and objects of other hosts, wherever in the file they are named; web addresses that text is linked to as well. */
async function outsideOf(from: Package): Promise<number> {
  let outside = 0
  for (const name of from.names.filter((one) => one.endsWith('.rels'))) {
    await readXml(from, name, { open: (tag, { TargetMode = '' }) => { if (tag === 'Relationship' && TargetMode.toLowerCase() === 'external') outside++ } })
  }
  return outside
}
