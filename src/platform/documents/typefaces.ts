// The typefaces that documents are set in, from packages, and which letters each has (OpenType `cmap`, formats 4 and 12).
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const faces = [
  'noto-serif/400Regular/NotoSerif_400Regular', 'noto-serif/700Bold/NotoSerif_700Bold',
  'noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic', 'noto-serif/700Bold_Italic/NotoSerif_700Bold_Italic',
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular', 'noto-serif-sc/700Bold/NotoSerifSC_700Bold',
  'noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular', 'noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold',
  'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular', 'noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold',
]

/** Ten faces, 33 MB: enough for Latin, Cyrillic, Greek, Chinese and the Arabic scripts. */
export function readTypefaces(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return faces.map((face) => readFileSync(resolve(`@expo-google-fonts/${face}.ttf`)))
}

/** Ranges of letters, from and to. */
export function lettersOf(font: Buffer): [from: number, to: number][] {
  const table = tableAt(font, 'cmap')
  const subtables = Array.from({ length: font.readUInt16BE(table + 2) }, (_, at) => table + font.readUInt32BE(table + 8 + at * 8))
  return subtables.flatMap((at) => (font.readUInt16BE(at) === 12 ? groups(font, at) : font.readUInt16BE(at) === 4 ? segments(font, at) : []))
}

function tableAt(font: Buffer, name: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  throw new Error(`A typeface without ${name}`)
}

const groups = (font: Buffer, at: number): [number, number][] =>
  Array.from({ length: font.readUInt32BE(at + 12) }, (_, n) => [font.readUInt32BE(at + 16 + n * 12), font.readUInt32BE(at + 20 + n * 12)])

function segments(font: Buffer, at: number): [number, number][] {
  const double = font.readUInt16BE(at + 6)
  return Array.from({ length: double / 2 }, (_, n): [number, number] => [font.readUInt16BE(at + 16 + double + n * 2), font.readUInt16BE(at + 14 + n * 2)])
    .filter(([from]) => from !== 0xffff)
}
