// Text tables from any office: encodings, separators, quotes, ragged rows, titles above.
import { describe, expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { textsOf } from './table.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, big = false): Uint8Array => {
  const file = Buffer.from(text, 'utf16le')
  return new Uint8Array(big ? file.swap16() : file)
}
const tables: Record<string, Map<string, number[]>> = {}

/** The platform decodes old encodings and does not encode them; the table is the decoder, turned round. */
function encoded(text: string, encoding: string): Uint8Array {
  const table = (tables[encoding] ??= turnedRound(encoding))
  return Uint8Array.from([...text].flatMap((letter) => (letter.codePointAt(0)! < 128 ? [letter.codePointAt(0)!] : table.get(letter)!)))
}

function turnedRound(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const table = new Map<string, number[]>()
  const add = (...code: number[]): void => {
    try {
      const letter = decoder.decode(Uint8Array.from(code))
      if ([...letter].length === 1 && !table.has(letter)) table.set(letter, code)
    } catch { /* Not a character of this encoding. */ }
  }
  for (let one = 128; one < 256; one++) add(one)
  if (/gb|big5/.test(encoding)) for (let one = 0x81; one < 0xff; one++) for (let two = 0x40; two < 0xff; two++) add(one, two)
  return table
}

const russian = 'Страна;Университет;Дата подписания\nКитай;Пекинский университет;3 мая 2019 г.\nГермания;Гамбургский университет;12 апреля 2018 г.\n'
const chinese = '国家,合作院校,签署日期\n日本,东京大学,2019年5月3日\n俄罗斯,莫斯科大学,2018年\n巴基斯坦,萨戈达大学,2017年\n'
const traditional = '國家,合作院校,簽署日期\n日本,東京大學,2019年5月3日\n俄羅斯,莫斯科大學,2018年\n臺灣,國立臺灣大學,2017年\n'
const french = 'Pays;Université;Année\nFrance;Université de Genève à côté;2018\nSuède;École polytechnique fédérale;2019\n'
const turkish = 'Ülke;Üniversite Adı;İmza Tarihi\nTürkiye;Muğla Sıtkı Koçman Üniversitesi;2018\nTürkiye;Niğde Ömer Halisdemir Üniversitesi;2019\n'
const urdu = 'ملک,جامعہ,سال\nایران,جامعہ تہران,2018\nافغانستان,جامعہ کابل,2019\n'
const arabic = 'الدولة,الجامعة,السنة\nالعراق,جامعة السليمانية,2018\nالكويت,جامعة الكويت,2019\n'

describe('encodings', () => {
  test.each([
    ['utf-8', bytes(urdu), urdu], ['utf-8', bytes(`\ufeff${chinese}`), chinese], ['utf-16le', utf16(`\ufeff${urdu}`), urdu], ['utf-16be', utf16(`\ufeff${chinese}`, true), chinese],
    ['utf-16le', utf16(french), french], ['utf-16be', utf16(french, true), french],
    ['windows-1251', encoded(russian, 'windows-1251'), russian], ['koi8-r', encoded(russian, 'koi8-r'), russian], ['gb18030', encoded(chinese, 'gb18030'), chinese],
    ['big5', encoded(traditional, 'big5'), traditional], ['windows-1252', encoded(french, 'windows-1252'), french], ['windows-1254', encoded(turkish, 'windows-1254'), turkish],
    ['windows-1256', encoded(arabic, 'windows-1256'), arabic],
  ])('%s', async (encoding, file, text) => {
    const table = await readTable(file, 'x.csv')
    expect(table.encoding).toBe(encoding)
    expect([table.header, ...table.rows.map(textsOf)].flat()).toEqual(text.trim().split(/[\n;,]/))
  })
  test('one curly apostrophe of an English list', async () => {
    const table = await readTable(encoded('University,Year\nScotland’s Rural College,2012\nChildren’s Hospital,2014\n', 'windows-1252'), 'x.csv')
    expect(table.rows[0]!.cells[0]).toBe('Scotland’s Rural College')
  })
  test('the person may say it', async () => expect((await readTable(encoded(russian, 'koi8-r'), 'x.csv', { encoding: 'koi8-r' })).header[0]).toBe('Страна'))
})

describe('separators and quotes', () => {
  test.each([[','], [';'], ['\t'], ['|']])('%j', async (separator) => {
    const table = await readTable(bytes(['Country', 'University', 'Year'].join(separator) + '\n' + ['Japan', '"Teikyo, Tokyo; ""main"" | campus"', '2019'].join(separator)), 'x.csv')
    expect(table).toMatchObject({ separator, header: ['Country', 'University', 'Year'] })
    expect(table.rows[0]!.cells[1]).toBe('Teikyo, Tokyo; "main" | campus')
  })
  test('Excel\'s own first line', async () => {
    const table = await readTable(bytes('sep=;\nUniversity;Year\nBern;2019\n'), 'x.csv')
    expect(table).toMatchObject({ separator: ';', header: ['University', 'Year'], headerRow: 2 })
  })
  test('line ends within cells, and rows as the person counts them', async () => {
    const table = await readTable(bytes('University,Year\r\n"Bern\nInselspital",2019\r\n\r\nBasel,2018\r\n'), 'x.csv')
    expect(table.rows).toEqual([{ row: 2, cells: ['Bern\nInselspital', '2019'] }, { row: 4, cells: ['Basel', '2018'] }])
  })
  test('a quote that is never closed does not swallow the file', async () => {
    const table = await readTable(bytes('University,Year\n"Bern,2019\nBasel,2018\nGenf,2017\n'), 'x.csv')
    expect(table.rows).toHaveLength(3)
  })
  test('ragged rows are filled up, longer ones kept', async () => {
    const table = await readTable(bytes('University,Year\nBern\nBasel,2018,extra\nGenf,2017\n'), 'x.csv')
    expect(table.rows.map(textsOf)).toEqual([['Bern', '', ''], ['Basel', '2018', 'extra'], ['Genf', '2017', '']])
  })
  test('one column is one column', async () => {
    expect(await readTable(bytes('Bern\nBasel\n'), 'x.csv')).toMatchObject({ separator: null, headerRow: null, header: [''] })
  })
  test('a formula is text', async () => expect((await readTable(bytes('University,Year\n=1+1,2018\n-5,2019'), 'x.csv')).rows[0]!.cells[0]).toBe('=1+1'))
})

test('titles stand above the header', async () => {
  const table = await readTable(bytes('International MoUs of the University,,\n,,\nUniversity,Country,Year\nBern,Switzerland,2019\nBasel,Switzerland,2018\n'), 'x.csv')
  expect(table).toMatchObject({ titles: ['International MoUs of the University'], headerRow: 3, header: ['University', 'Country', 'Year'] })
})
