// What Excel shows in a cell is what is read, whatever the file holds behind it.
import { describe, expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { textsOf, type Table } from './table.ts'
import { workbookOf } from './workbook.fixture.ts'
import { writeCsv, writeWorkbook } from './write.ts'

const head = '<row r="1"><c r="A1" t="inlineStr"><is><t>University</t></is></c><c r="B1" t="inlineStr"><is><t>Year</t></is></c></row>'
const cell = (inner: string): string => `${head}<row r="2"><c r="A2" t="str"><v>Bern</v></c>${inner}</row>`
const styles = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/><numFmt numFmtId="165" formatCode="[$-409]d\\-mmm\\-yyyy;@"/><numFmt numFmtId="166" formatCode="yyyy"/><numFmt numFmtId="167" formatCode="#,##0&quot; d&quot;"/></numFmts>'
  + '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>'
const read = (inner: string, more: Record<string, string> = {}, properties = ''): Promise<Table> =>
  readTable(workbookOf([{ name: 'MoUs', xml: cell(inner) }], { 'xl/styles.xml': styles, ...more }, properties), 'x.xlsx')
const shown = async (...given: Parameters<typeof read>): Promise<unknown> => (await read(...given)).rows.at(-1)!.cells[1]

describe('cells', () => {
  test('dates are as precise as they are shown', async () => {
    expect(await shown('<c r="B2" s="1"><v>42789</v></c>')).toEqual({ text: '2017-02-23', serial: 42789, shows: 'day' })
    expect(await shown('<c r="B2" s="2"><v>43405</v></c>')).toEqual({ text: '2018-11', serial: 43405, shows: 'month' })
    expect(await shown('<c r="B2" s="3"><v>43405</v></c>')).toEqual({ text: '2018-11-01', serial: 43405, shows: 'day' })
    expect(await shown('<c r="B2" s="4"><v>43405</v></c>')).toEqual({ text: '2018', serial: 43405, shows: 'year' })
  })
  test('the 1904 system is converted', async () => {
    expect(await shown('<c r="B2" s="1"><v>41327</v></c>', {}, '<workbookPr date1904="1"/>')).toEqual({ text: '2017-02-23', serial: 42789, shows: 'day' })
  })
  test('numbers are shown as Excel shows them', async () => {
    expect(await shown('<c r="B2"><v>2017</v></c>')).toBe('2017')
    expect(await shown('<c r="B2"><v>0.30000000000000004</v></c>')).toBe('0.3')
    expect(await shown('<c r="B2" s="5"><v>5</v></c>')).toBe('5')
  })
  test('a formula is its last result', async () => {
    expect(await shown('<c r="B2" t="str"><f>HYPERLINK("http://x","2018")</f><v>2018</v></c>')).toEqual({ text: '2018', formula: 'HYPERLINK("http://x","2018")' })
    expect(await shown('<c r="B2"><f>1+1</f></c>')).toEqual({ text: '', formula: '1+1' })
  })
  test('errors, truths, ISO dates', async () => {
    expect(await shown('<c r="B2" t="e"><v>#REF!</v></c>')).toEqual({ text: '#REF!', error: '#REF!' })
    expect(await shown('<c r="B2" t="b"><v>1</v></c>')).toBe('TRUE')
    expect(await shown('<c r="B2" t="d"><v>2018-05-03T00:00:00</v></c>')).toBe('2018-05-03')
  })
  test('rich and shared text without its phonetic guide', async () => {
    const shared = '<sst><si><r><rPr><b/></rPr><t>東京</t></r><r><t xml:space="preserve"> 大学</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>'
    expect(await shown('<c r="B2" t="s"><v>0</v></c>', { 'xl/sharedStrings.xml': shared })).toBe('東京 大学')
    expect(await shown('<c r="B2" t="inlineStr"><is><r><t>5 </t></r><r><t>years_x000D_</t></r></is></c>')).toBe('5 years\r')
  })
})

test('characters at the border of two chunks stay whole', async () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => `<si><t>合作院校${at}</t></si>`).join('')
  const rows = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="s"><v>${at}</v></c></row>`).join('')
  const table = await readTable(workbookOf([{ name: 'A', xml: `${head}${rows}` }], { 'xl/sharedStrings.xml': `<sst>${texts}</sst>` }), 'x.xlsx')
  expect(table.rows.slice(-20_000).every((row, at) => row.cells[0] === `合作院校${at}`)).toBe(true)
})

describe('sheets', () => {
  const row = (text: string): string => `<row r="1"><c r="A1" t="str"><v>${text}</v></c><c r="B1" t="str"><v>Year</v></c></row><row r="2"><c r="A2" t="str"><v>${text} Bern</v></c><c r="B2"><v>2019</v></c></row>`
  const book = workbookOf([{ name: 'Old', state: 'hidden', xml: row('hidden') }, { name: 'Cover', xml: '<row r="1"><c r="A1" t="str"><v>Read me</v></c></row>' }, { name: 'MoUs', xml: row('seen') }])
  test('hidden ones are passed over, and a cover too', async () => {
    expect(await readTable(book, 'x.xlsx')).toMatchObject({ sheet: 'MoUs', sheets: ['Cover', 'MoUs'], header: ['seen', 'Year'], headerRow: 1 })
  })
  test('the one asked for is read', async () => {
    expect((await readTable(book, 'x.xlsx', { sheet: 'Old' })).header).toEqual(['hidden', 'Year'])
    await expect(readTable(book, 'x.xlsx', { sheet: 'None' })).rejects.toMatchObject({ reason: 'spreadsheets.no-such-sheet' })
  })
})

test('what the file hides is read, and said to be hidden', async () => {
  const xml = `<row r="1"><c r="A1" t="str"><v>Partner</v></c><c r="B1" t="str"><v>Fee</v></c><c r="C1" t="str"><v>Year</v></c></row>
    <row r="2"><c r="A2" t="str"><v>Bern</v></c><c r="B2"><v>100</v></c><c r="C2"><v>2019</v></c></row>
    <row r="3" hidden="1"><c r="A3" t="str"><v>Basel</v></c><c r="C3"><v>2011</v></c></row><row r="4" hidden="0"><c r="A4" t="str"><v>Genf</v></c><c r="C4"><v>2020</v></c></row>`
  const whole = `<worksheet><cols><col min="1" max="1" width="20"/><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="true"/></cols><sheetData>${xml}</sheetData></worksheet>`
  const table = await readTable(workbookOf([{ name: 'A', whole }]), 'x.xlsx', { soundsLikeHeader: (cells) => Number(cells.includes('Partner')) })
  expect(table.rows.map(({ row, hidden, cells }) => [row, hidden, textsOf({ row, cells })[0]])).toEqual([[2, undefined, 'Bern'], [3, true, 'Basel'], [4, undefined, 'Genf']])
  expect(table.hiddenColumns.slice(0, 2)).toEqual([1, 8])
})

test('a merged block says its value in each of its cells', async () => {
  const xml = `<row r="1"><c r="A1" t="str"><v>Country</v></c><c r="B1" t="str"><v>Dates</v></c></row>
    <row r="2"><c r="A2"/><c r="B2" t="str"><v>Start</v></c><c r="C2" t="str"><v>End</v></c></row>
    <row r="3"><c r="A3" t="str"><v>Japan</v></c><c r="B3"><v>2018</v></c><c r="C3"><v>2020</v></c></row><row r="4"><c r="B4"><v>2019</v></c><c r="C4"><v>2021</v></c></row>`
  const after = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="A3:A4"/></mergeCells>'
  const soundsLikeHeader = (cells: string[]): number => cells.filter((text) => /country|date|start|end/i.test(text)).length / cells.length
  const table = await readTable(workbookOf([{ name: 'A', xml, after }]), 'x.xlsx', { soundsLikeHeader })
  expect(table.header).toEqual(['Country', 'Dates / Start', 'Dates / End'])
  expect(table.headerRow).toBe(2)
  expect(table.rows.map(textsOf)).toEqual([['Japan', '2018', '2020'], ['Japan', '2019', '2021']])
})

describe('writing', () => {
  const columns = [{ header: 'University' }, { header: 'Signed', kind: 'date' as const }, { header: 'Years', kind: 'number' as const }]
  const rows = [['=HYPERLINK("http://evil")', '2018-05-03', 5], ['+49 (0)', '2018-11', null], ['北京大学', '2017', 1.5], ['جامعہ', 'soon', null]]
  test('a workbook comes back as it went, each date with its precision', async () => {
    const table = await readTable(await writeWorkbook([{ name: 'What/Pamir: knows', columns, rows, rightToLeft: true }]), 'x.xlsx')
    expect(table.sheet).toBe('What Pamir  knows')
    expect(table.rows.map(textsOf)).toEqual([['=HYPERLINK("http://evil")', '2018-05-03', '5'], ['+49 (0)', '2018-11', ''], ['北京大学', '2017', '1.5'], ['جامعہ', 'soon', '']])
    expect(table.rows[0]!.cells[0]).toBe('=HYPERLINK("http://evil")')
    expect(table.rows[1]!.cells[1]).toMatchObject({ shows: 'month' })
  })
  test('CSV is guarded when written and comes back as it was', async () => {
    const file = writeCsv(['University', 'Year'], [['=1+1', 2018], ['@cmd', null], ['Bern, "Inselspital"', 2019]])
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file)
    expect(text.startsWith('\ufeffUniversity,Year\r\n\'=1+1,2018')).toBe(true)
    expect((await readTable(file, 'x.csv')).rows.map(textsOf)).toEqual([['=1+1', '2018'], ['@cmd', ''], ['Bern, "Inselspital"', '2019']])
  })
})
