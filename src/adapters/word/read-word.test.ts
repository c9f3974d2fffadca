// What people write in Word comes back as it is meant: headings, articles, lists, tables, tracked changes; and our own files clause by clause.
import { describe, expect, test } from 'vitest'
import { plainOf, type Rich } from '#platform/documents/rich.ts'
import { sample, sampleReport, type SampleLanguage } from '#platform/documents/sample.fixture.ts'
import { writeWord } from '#platform/documents/write-word.ts'
import type { Paper } from '#platform/documents/paper.ts'
import { readWord } from './read-word.ts'
import { p, savedByLibreOffice, t, tbl, wordOf } from './word.fixture.ts'

const partsOf = async (body: string, more = {}) => (await readWord(wordOf(body, more))).parts
const blocksOf = async (body: string, more = {}): Promise<Rich> => (await partsOf(body, more)).flatMap(({ blocks }) => blocks)
const text = (letters: string, look = {}) => [{ text: letters, ...look }]

describe('what was written here comes back clause by clause', () => {
  test.each([[['en', 'ur'], 'beside'], [['ru', 'zh'], 'beside'], [['zh', 'ur'], 'after'], [['en', 'zh', 'ru', 'ur'], 'beside']] as [SampleLanguage[], 'beside' | 'after'][])('%j %s', async (languages, layout) => {
    const paper = sample(2, languages, layout)
    const { parts, problems } = await readWord(writeWord(paper))
    const rows = paper.blocks.flatMap((block) => (block.kind === 'parallel' ? block.rows : []))
    const sent = rows.flatMap(({ clause, cells }) => (clause ? cells.map(({ lang, rich }) => ({ id: clause, lang, blocks: rich, changes: [] })) : []))
    const inOrder = (all: { id?: string; lang?: string }[]) => all.toSorted((a, b) => `${a.id}${a.lang}`.localeCompare(`${b.id}${b.lang}`))
    expect(sent).toHaveLength(8 * languages.length)
    expect(inOrder(parts)).toEqual(inOrder(sent))
    expect(problems).toEqual([])
  })
  test.each(['beside', 'after'] as const)('also from a copy that LibreOffice saved, %s', async (layout) => {
    const paper = sample(2, ['en', 'ur'], layout)
    const said = async (bytes: Uint8Array) => (await readWord(bytes)).parts.flatMap(({ id, lang, blocks }) => (id ? [`${id} ${lang} ${plainOf(blocks)}`] : [])).toSorted()
    const ours = writeWord(paper)
    const saved = await savedByLibreOffice(ours)
    expect(await said(saved)).toEqual(await said(ours))
    const { parts, problems } = await readWord(saved)
    expect(problems).toEqual([])
    // Numbers, titles and headings without a clause were ours and are not read back as text of anybody.
    expect(parts.filter(({ id }) => !id).map(({ blocks }) => plainOf(blocks)).join()).not.toMatch(/Memorandum|یادداشت|1\.1/)
  })
  test('rich text of every kind', async () => {
    const rich: Rich = [
      { kind: 'heading', level: 2, line: text('Scope') },
      { kind: 'paragraph', line: [{ text: 'One ' }, { text: 'bold', bold: true }, { text: ' and ' }, { text: 'both', bold: true, italic: true }, { text: ' <&> "a"\nnext\tcell' }] },
      { kind: 'list', ordered: true, items: [text('first'), text('second')] }, { kind: 'list', ordered: true, items: [text('again first')] }, { kind: 'list', ordered: false, items: [text('point')] },
      { kind: 'table', head: true, rows: [[text('a'), text('b')], [text('1'), text('2')]] },
    ]
    const paper: Paper = { ...sample(1, ['ur']), blocks: [{ kind: 'parallel', layout: 'after', rows: [{ clause: 'c-1', cells: [{ lang: 'ur', label: '1.1', rich, mark: 'changed' }] }] }] }
    expect((await readWord(writeWord(paper))).parts).toEqual([{ id: 'c-1', lang: 'ur', blocks: rich, changes: [] }])
  })
  test('the same paper gives the same bytes', () => expect(writeWord(sample(1))).toEqual(writeWord(sample(1))))
  test('a report has no clauses and is text', async () => {
    const { parts } = await readWord(writeWord(sampleReport('ru')))
    expect(parts.every(({ id }) => id === undefined)).toBe(true)
    expect(parts.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'table').length).toBeGreaterThan(3)
  })
})

describe('an edited copy', () => {
  const clause = (tag: string, inside: string) => `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
  test('tracked changes are read as accepted, and told', async () => {
    const body = clause('pamir:c-1:en', p(`${t('Two ')}<w:del w:author="Li Na" w:date="2025-11-01T00:00:00Z"><w:r><w:delText>teachers</w:delText></w:r></w:del><w:ins w:author="Li Na">${t('students')}</w:ins>${t(' a year')}`))
    expect(await partsOf(body)).toEqual([{ id: 'c-1', lang: 'en', blocks: [{ kind: 'paragraph', line: text('Two students a year') }], changes: [
      { kind: 'deleted', text: 'teachers', by: 'Li Na', at: '2025-11-01T00:00:00Z' }, { kind: 'inserted', text: 'students', by: 'Li Na', at: null }] }])
  })
  test('a clause whose text is gone is there, empty; a deleted end of paragraph joins two', async () => {
    const body = clause('pamir:c-1:en', p(`<w:del>${'<w:r><w:delText>gone</w:delText></w:r>'}</w:del>`)) + clause('pamir:c-2:en', p(t('one '), '<w:rPr><w:del/></w:rPr>') + p(t('two')))
    expect((await partsOf(body)).map(({ id, blocks }) => [id, plainOf(blocks)])).toEqual([['c-1', ''], ['c-2', 'one two']])
  })
  test('text between the clauses is new; a clause that was copied is said', async () => {
    const one = clause('pamir:c-1:en', p(t('one')))
    const { parts, problems } = await readWord(wordOf(one + p(t('new')) + one))
    expect(parts.map(({ id, blocks }) => [id, plainOf(blocks)])).toEqual([['c-1', 'one'], [undefined, 'new'], [undefined, 'one']])
    expect(problems).toEqual([{ key: 'word.clauses-twice', count: 1 }])
  })
})

describe('a document from elsewhere', () => {
  const styles = '<w:styles xmlns:w="w"><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:basedOn w:val="H"/></w:style></w:styles>'
  test('headings, also by a style of their own, begin a part', async () => {
    const parts = await partsOf(p(t('Before all')) + p(t('Purpose'), '<w:pStyle w:val="Mine"/>') + p(t('a')), { 'word/styles.xml': styles })
    expect(parts.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([['paragraph'], ['heading', 'paragraph']])
  })
  test.each(['Article 1', 'ARTICLE 12. Purpose of cooperation', '第三条 合作内容', 'Статья 4', 'دفعہ 2', 'دفعہ ۲', 'Article IV', 'Преамбула'])('%s is a heading although nobody said so', async (line) => {
    expect(await blocksOf(p(t(line, '<w:b/>')))).toEqual([{ kind: 'heading', level: 1, line: text(line) }])
  })
  test('a sentence that mentions an article is none', async () => expect((await blocksOf(p(t('Article 1 shall apply to both Parties.'))))[0]!.kind).toBe('paragraph'))
  test('numbers that Word counts are written out where they are names, and are lists where they are lists', async () => {
    const level = (depth: number, format: string, of: string) => `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${of}"/></w:lvl>`
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'lowerLetter', '%1)')}</w:abstractNum>${[0, 1, 2].map((at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`).join('')}</w:numbering>`
    const item = (list: number, depth: number, letters: string) => p(t(letters), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`)
    const blocks = await blocksOf(item(1, 0, '总则') + item(1, 1, 'x') + item(1, 0, '合作') + item(2, 0, 'a') + item(2, 0, 'b') + item(3, 0, 'c'), { 'word/numbering.xml': numbering })
    expect(plainOf(blocks)).toBe('第一条 总则\n一.1 x\n第二条 合作\na\nb\nc')
    expect(blocks.map((block) => (block.kind === 'list' ? `${block.ordered} ${block.items.length}` : block.kind))).toEqual(['heading', 'paragraph', 'heading', 'false 2', 'true 1'])
  })
  test('a table, one with a table inside, and a text box', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${p(t('in a box'))}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback>${p(t('in a box'))}</mc:Fallback></mc:AlternateContent></w:r>`
    const blocks = await blocksOf(tbl([p(t('a')) + p(t('b')), p(t('c'))], [p(t('d')), tbl([p(t('e')), p(t('f'))]) + p('')]) + p(box + t('outside')))
    expect(plainOf(blocks)).toBe('a\nb\tc\nd\te\tf\nin a box\noutside')
  })
  test('what cannot be kept is said and not kept', async () => {
    const body = p(t('seen') + t('secret', '<w:vanish/>') + '<w:r><w:footnoteReference/></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:commentReference/></w:r><w:r><w:sym/></w:r><w:r><w:object>x</w:object></w:r>')
    const { parts, problems } = await readWord(wordOf(body, { 'word/_rels/settings.xml.rels': '<Relationships><Relationship Type="x/attachedTemplate" Target="https://example.org/a.dotm" TargetMode="External"/></Relationships>' }))
    expect(plainOf(parts[0]!.blocks)).toBe('seen')
    expect(problems.map(({ key }) => key.slice(5)).toSorted()).toEqual(['comments-left-out', 'hidden-text-left-out', 'links-left-out', 'notes-left-out', 'objects-left-out', 'pictures-left-out', 'symbols-left-out'])
  })
})
