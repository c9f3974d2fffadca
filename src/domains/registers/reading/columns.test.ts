// Columns are recognised by heading and by content, in the languages registers come in.
import { describe, expect, test } from 'vitest'
import { readTable } from '#adapters/spreadsheets/read-table.ts'
import { type Value, writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { fingerprint, isRegister, recogniseColumns, remap, usable, type Mapping } from './columns.ts'
import { readHeading, soundsLikeHeader } from './headings.ts'

async function recognise(text: string): Promise<{ roles: string; mapping: Mapping; headerRow: number | null }> {
  const table = await readTable(new TextEncoder().encode(text), 'register.csv', { soundsLikeHeader })
  const mapping = recogniseColumns(table)
  return { roles: mapping.columns.map(({ role }) => role).join(' '), mapping, headerRow: table.headerRow }
}

test.each([
  ['Country,Institute/University,Year Signed\nJapan,Teikyo University,2019\nFrance,IFRES,2017', 'country partner signed'],
  ['S.No.,Name of Partner University,Country of University,Date of Signing MoU,Duration of MoU,Date of Expiry,Focal Person,Remarks\n1,University of Vienna,Austria,05/03/2018,5 Years,04/03/2023,Dr. A,ok\n2,University of Bern,Switzerland,05/03/2019,5 Years,04/03/2024,Dr. B,ok',
    'number partner country signed term expires contact remarks'],
  ['序号,合作院校,国家,协议类型,签署日期,有效期,备注\n1,东京大学,日本,谅解备忘录,2019年5月3日,5年,\n2,莫斯科大学,俄罗斯,合作协议,二〇一八年,长期,好', 'number partner country kind signed term remarks'],
  ['№ п/п\tНаименование вуза-партнера\tСтрана\tВид документа\tДата подписания\tСрок действия\n1\tКазанский федеральный университет\tРоссия\tДоговор\t3 мая 2019 г.\t5 лет\n2\tПекинский университет\tКитай\tМеморандум\t12.04.2018\tбессрочно',
    'number partner country kind signed term'],
  ['نمبر شمار,ادارے کا نام,ملک,تاریخ دستخط,مدت\n1,استنبول یونیورسٹی,ترکی,۱۵ مئی ۲۰۱۹,پانچ سال\n2,کابل یونیورسٹی,افغانستان,مارچ 2018,تین سال', 'number partner country signed term'],
  ['Sıra;Üniversite Adı;Ülke;İmza Tarihi;Süresi\n1;Ankara Üniversitesi;Türkiye;15.03.2018;5 yıl\n2;Kabil Üniversitesi;Afganistan;3 Şubat 2018;süresiz', 'number partner country signed term'],
  ['No|Nama Mitra|Negara|Jenis Kerja Sama|Tanggal Penandatanganan|Masa Berlaku\n1|Universiti Putra Malaysia|Malaysia|MoU|17 Agustus 2019|5 tahun\n2|Kyoto University|Jepang|MoA|20 Mei 2018|lima tahun', 'number partner country kind signed term'],
  ['№;Серіктес университет;Ел;Келісім түрі;Қол қойылған күні;Қолданылу мерзімі;Ескерту\n1;Мәскеу мемлекеттік университеті;Ресей;Меморандум;2018 жылғы 12 сәуір;5 жыл;жоқ\n2;Анкара университеті;Түркия;Келісім;қараша 2020;мерзімсіз;бар',
    'number partner country kind signed term remarks'],
  ['MoU,With,Dated,Type,Field,Status,Department\nAcademic cooperation,University of Leeds,May-18,MoU,Engineering,Active,Faculty of Science\nStudent exchange,University of Bern,Jun-19,MoU,Law,Expired,School of Law',
    'title partner signed kind field status unit'],
  ['Partner,ROR,Signed by,Valid until,E-mail\nUniversity of Leeds,https://ror.org/024mrxd33,Rector,2025,a@leeds.ac.uk\nUniversity of Bern,https://ror.org/02k7v4d05,Rector,2026,b@unibe.ch', 'partner identifier signatory expires contact'],
  ['University,Year,Date of signing\nUniversity of Leeds,2018,03-05-2018\nUniversity of Bern,2019,17-05-2019', 'partner year signed'],
])('%#: headings', async (text, roles) => expect((await recognise(text)).roles).toBe(roles))

test.each([
  ['Agreement Start Date', 'starts'], ['Agreement End Date', 'expires'], ['MoU Signing Date', 'signed'], ['Renewal Date', 'remarks'], ['Valid Till', 'expires'], ['Effective Date', 'starts'],
  ['Area of Collaboration', 'field'], ['Length of Agreement', 'term'], ['University Website', 'contact'], ['Focal Person (UOS)', 'contact'], ['Partner Country', 'country'], ['Linkage with', 'partner'],
  ['合作单位名称', 'partner'], ['所在国家', 'country'], ['签约时间', 'signed'], ['到期时间', 'expires'], ['Срок действия до', 'expires'], ['Дата заключения', 'signed'], ['Зарубежный партнёр', 'partner'],
  ['معاہدے کی تاریخ', 'signed'], ['ملک کا نام', 'country'], ['Bitiş Tarihi', 'expires'], ['Anlaşma Türü', 'kind'], ['Tanggal Berakhir', 'expires'], ['Institusi Mitra', 'partner'],
])('the heading %s says %s', (heading, role) => expect(readHeading(heading)?.role).toBe(role))

test.each([['Teikyo University'], ['University of Vienna'], ['School of Dentistry of Seoul National University'], ['Казанский федеральный университет'], ['东京大学'], ['2019']])(
  '%s is no heading', (text) => expect(soundsLikeHeader([text])).toBe(0))

test('of several sheets the register is read, not its statistics', async () => {
  const statistics: Value[][] = [['China', 5], ['Turkey', 2], ['Malaysia', 1]]
  const bytes = await writeWorkbook([
    { name: 'Summary', columns: [{ header: 'Country' }, { header: 'Number of MoUs' }], rows: statistics },
    { name: 'Contacts', columns: [{ header: 'Name' }, { header: 'E-mail' }], rows: [['Dr. Aslam', 'a@example.edu']] },
    { name: 'MoUs', columns: [{ header: 'University' }, { header: 'Date' }], rows: [['University of Bern', '2018']] },
  ])
  const read = (sheet?: string) => readTable(bytes, 'register.xlsx', { soundsLikeHeader, isWanted: isRegister, ...(sheet && { sheet }) })
  expect((await read()).sheet).toBe('MoUs')
  const table = await read('Summary')
  expect(recogniseColumns(table).columns.map(({ role }) => role)).toEqual(['country', 'number'])
})

test('numbers name nobody', async () => expect((await recognise('Country,Agreements\nChina,5\nTurkey,2\nMalaysia,7')).roles).not.toContain('partner'))

describe('without headings', () => {
  test('content decides', async () => {
    expect(await recognise('Japan,Teikyo University,2019\nDenmark,University of Southern Denmark,2018\nFrance,IFRES,2017')).toMatchObject({ roles: 'country partner signed', headerRow: null })
  })
  test('a list of names is a list of partners', async () => {
    expect(await recognise('Teikyo University\nUniversity of Vienna\nQuaid-i-Azam University')).toMatchObject({ roles: 'partner', headerRow: null })
  })
})

test('a title above the header is not the header', async () => {
  expect(await recognise('List of MoUs with foreign universities,,\nAs on 30-06-2024,,\n,,\nUniversity,Country,Date\nUniversity of Bern,Switzerland,17-05-2019'))
    .toMatchObject({ roles: 'partner country signed', headerRow: 4 })
})

test('a heading its cells contradict is doubted', async () => {
  const { mapping } = await recognise('University,Country\nUniversity of Leeds,to be filled in by the office\nUniversity of Bern,see the file of 2019')
  expect(mapping.columns[1]).toMatchObject({ role: 'country', sureness: 0.4, why: { key: 'registers.columns.why.content-contradicts' } })
})

test('no column of partners, no register', async () => {
  expect(usable((await recognise('Date,Duration\n17-05-2019,5 years\n18-05-2019,3 years')).mapping)).toBe('registers.no-partner-column')
  expect(usable((await recognise('x,y\nfoo,bar\nbaz,qux')).mapping)).toBe('registers.no-usable-column')
})

test('what a person says stays, and can be remembered for the same header', async () => {
  const { mapping } = await recognise('University,Signed,Until\nUniversity of Leeds,03-05-2018,2023')
  const changed = remap(mapping, { 2: 'remarks' })
  expect(changed.columns[2]).toMatchObject({ role: 'remarks', sureness: 1, why: { key: 'registers.columns.why.person' } })
  expect(remap(mapping, { 2: 'remarks' }, 'remembered').columns[2]).toMatchObject({ role: 'remarks', why: { key: 'registers.columns.why.remembered' } })
  expect(fingerprint(['UNIVERSITY ', 'Signed', 'Until'])).toBe(fingerprint(['University', 'signed', 'until']))
  expect(fingerprint(['Signed', 'University', 'Until'])).not.toBe(fingerprint(['University', 'Signed', 'Until']))
})
