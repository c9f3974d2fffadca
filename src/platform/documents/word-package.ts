// What a Word file has beside its text: the parts and how they are linked, styles, lists, headers (ECMA-376 part 1, chapters 11, 15, 17).
import { dirOf } from '../i18n/locale.ts'
import { writeZip } from '../office/write-zip.ts'
import type { Paper, Said } from './paper.ts'
import { paragraph, runs, xml } from './word-text.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export interface WordBody { body: string; links: string[]; lists: boolean[]; wide: boolean }

export function wordPackage(paper: Paper, { body, links, lists, wide }: WordBody): Uint8Array {
  const parts = ['document.main', 'styles', 'numbering', 'header', 'footer']
  const overrides = parts.map((part) => `<Override PartName="/word/${part.split('.')[0]}.xml" ContentType="${kind}.${part}+xml"/>`).join('')
  const inner = parts.slice(1).map((part) => `<Relationship Id="${part}" Type="${office}/${part}" Target="${part}.xml"/>`).join('')
  const outer = links.map((link, at) => `<Relationship Id="link${at + 1}" Type="${office}/hyperlink" Target="${xml(link)}" TargetMode="External"/>`).join('')
  const relationships = (inside: string): string => `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  return writeZip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relationships(`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`),
    'docProps/core.xml': core(paper),
    'word/document.xml': `${head}<w:document ${main}><w:body>${body}${section(paper, wide)}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(inner + outer),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering(lists),
    'word/header.xml': `${head}<w:hdr ${main}>${aside(paper.header)}</w:hdr>`,
    'word/footer.xml': `${head}<w:ftr ${main}>${aside(paper.footer)}${paper.pageNumber ? pageLine(paper.pageNumber) : ''}</w:ftr>`,
  })
}

function core({ title, languages, madeAt }: Paper): string {
  const at = new Date(madeAt).toISOString().replace(/\.\d+Z$/, 'Z')
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title[0].text)}</dc:title><dc:language>${xml(languages[0])}</dc:language>${date('created')}${date('modified')}</cp:coreProperties>`
}

function section({ languages }: Paper, wide: boolean): string {
  const size = wide ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"'
  return `<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/><w:pgSz ${size}/><w:pgMar w:top="1361" w:right="1134" w:bottom="1247" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/>${dirOf(languages[0]) === 'rtl' ? '<w:bidi/>' : ''}</w:sectPr>`
}

const aside = (said: Said | undefined): string => paragraph(said?.lang ?? 'en', said ? runs(said.text, said.lang) : '', { style: 'Aside' })

function pageLine({ lang, text }: Said): string {
  const field = (name: string): string => `<w:fldSimple w:instr="${name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`
  const pieces = text.split(/(\{pages?\})/).map((piece) => (piece === '{page}' ? field('PAGE') : piece === '{pages}' ? field('NUMPAGES') : runs(piece, lang)))
  return paragraph(lang, pieces.join(''), { style: 'Aside', align: 'end' })
}

/** Word's own faces: who edits the file may have none of ours. */
const faces = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Urdu Typesetting"/>'
const style = (id: string, name: string, paragraphs: string, letters: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${more}<w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`
const size = (half: number): string => `<w:sz w:val="${half}"/><w:szCs w:val="${half + 4}"/>`
const heading = (level: number, half: number): string =>
  style(`Heading${level}`, `heading ${level}`, `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`, `<w:b/><w:bCs/>${size(half)}`, '<w:next w:val="Normal"/>')

const styles = `${head}<w:styles ${main}><w:docDefaults><w:rPrDefault><w:rPr>${faces}${size(21)}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`
  + `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`
  + style('Title', 'Title', '<w:spacing w:after="160"/><w:jc w:val="center"/>', `<w:b/><w:bCs/>${size(32)}`)
  + heading(1, 26) + heading(2, 23) + heading(3, 21)
  + style('Note', 'Note', '', `<w:color w:val="5B616B"/>${size(18)}`) + style('Aside', 'Aside', '<w:spacing w:after="0"/>', `<w:color w:val="5B616B"/>${size(16)}`)
  + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F4E9E"/></w:rPr></w:style></w:styles>'

/** Every ordered list begins at one. */
function numbering(lists: boolean[]): string {
  const level = (format: string, text: string): string => `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="start"/><w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl>`
  const abstract = (id: number, inside: string): string => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/>${inside}</w:abstractNum>`
  const used = lists.map((ordered, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${ordered ? 1 : 0}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`).join('')
  return `${head}<w:numbering ${main}>${abstract(0, level('bullet', '•'))}${abstract(1, level('decimal', '%1.'))}${used}</w:numbering>`
}
