// Reads one XML part of an office file as a stream of tags. Characters are decoded across chunk borders, and a DOCTYPE is refused: no part has one.
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { intact, type Package, type PackageRules } from './zip.ts'

export interface Tags {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
  /** What of a stretch of text need not be parsed at all. */
  lighten?(text: string): string
}

export async function readXml(from: Package, part: string, tags: Tags): Promise<void> {
  const parser = parserFor(tags, from.rules)
  const stream = await from.open(part)
  await intact(from.rules, async () => {
    let decoder: TextDecoder | null = null
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8')
      const text = decoder.decode(chunk, { stream: true })
      parser.write(tags.lighten ? tags.lighten(text) : text)
    }
    parser.close()
  })
  stream.destroy()
}

function parserFor(tags: Tags, { refusal }: PackageRules): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (error) => { throw error })
  parser.on('doctype', () => { throw refusal('damaged') })
  if (tags.open) parser.on('opentag', (tag) => tags.open!(local(tag.name), (tag as SaxesTagPlain).attributes))
  if (tags.text) {
    parser.on('text', (text) => tags.text!(text))
    parser.on('cdata', (text) => tags.text!(text))
  }
  if (tags.close) parser.on('closetag', (tag) => tags.close!(local(tag.name)))
  return parser
}

/** Some programs write `x:row` where others write `row`. */
function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
