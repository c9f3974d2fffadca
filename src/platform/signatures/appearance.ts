// What a signature field shows: the signatory's name in its own script, and below it who, when and by what certificate. It is
// drawn by Typst, which shapes Urdu and embeds its fonts, as a page of the field's size.
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Points, as PDF counts them. */
export type Size = { width: number; height: number }
export type Shown = { name: string; nameLang: string; lines: readonly string[] }

/** One page as large as the field, as PDF/A lest it make the paper less than that. What is too wide is made smaller, never cut. */
export function drawField(shown: Shown, { width, height }: Size): Uint8Array {
  const inputs = { name: shown.name, lang: shown.nameLang, lines: JSON.stringify(shown.lines), width: `${width}`, height: `${height}` }
  return compiler().pdf({ mainFileContent: source, inputs }, { pdfStandard: 'a-2u' })
}

// Texts come in as inputs, so that no name is ever read as Typst's language.
const source = `
#let box-width = float(sys.inputs.width) * 1pt
#let box-height = float(sys.inputs.height) * 1pt
#set page(width: box-width, height: box-height, margin: 3pt, fill: none)
#set text(font: ("Noto Serif", "Noto Serif SC", "Noto Nastaliq Urdu"), size: 11pt, lang: sys.inputs.lang, fill: rgb("#1B1E23"))
#set par(leading: 3pt, spacing: 3pt)
#let leads = sys.inputs.lang == "ur"
#let edge = if leads { right } else { left }
#let fitted(body) = layout(room => {
  let by = calc.min(1, room.width / measure(body).width) * 100%
  scale(x: by, y: by, origin: edge, reflow: true, body)
})
#let lapis = 1.5pt + rgb("#1F4E9E")
#let whole = block(width: 100%, stroke: if leads { (right: lapis) } else { (left: lapis) }, inset: if leads { (right: 5pt) } else { (left: 5pt) }, {
  set block(spacing: 4pt)
  block(fitted(text(weight: 600, top-edge: "bounds", bottom-edge: "bounds", sys.inputs.name)))
  set text(size: 6pt, fill: rgb("#5B616B"), font: ("Noto Serif", "Noto Serif SC", "Noto Naskh Arabic"))
  for line in json(bytes(sys.inputs.lines)) {
    set text(dir: if line.contains(regex("\\p{Arabic}")) { rtl } else { ltr })
    block(fitted(line))
  }
})
#set align(edge + horizon)
#layout(room => {
  let by = calc.min(1, room.height / measure(whole, width: room.width).height) * 100%
  scale(x: by, y: by, origin: edge + horizon, reflow: true, whole)
})
`

let made: NodeCompiler | undefined
const compiler = () => (made ??= NodeCompiler.create({ fontArgs: [{ fontPaths: faces.map((face) => dirname(require.resolve(face))) }] }))
const require = createRequire(import.meta.url)
const faces = [
  '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf', '@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  '@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf', '@expo-google-fonts/noto-nastaliq-urdu/600SemiBold/NotoNastaliqUrdu_600SemiBold.ttf',
]
