// Workbooks made by hand for the tests: every byte is chosen, so that also wrong and hostile ones can be made.
import { writeZip as zipOf, type ZipPart } from '#platform/office/write-zip.ts'

export { zipOf }
export interface SheetFixture {
  name: string
  state?: string
  /** The rows; or `whole`, the whole part. */
  xml?: string
  /** After the rows: merged cells. */
  after?: string
  whole?: string
}

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function workbookOf(sheets: SheetFixture[], more: Record<string, ZipPart> = {}, properties = ''): Uint8Array {
  const links = sheets.map((_, at) => `<Relationship Id="r${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')
  const others = ['sharedStrings', 'styles'].filter((part) => `xl/${part}.xml` in more).map((part) => `<Relationship Id="${part}" Type="${office}/${part}" Target="/xl/${part}.xml"/>`).join('')
  const listed = sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"${state ? ` state="${state}"` : ''}/>`).join('')
  return zipOf({
    '_rels/.rels': `${head}<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook>${properties}<sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${links}${others}</Relationships>`,
    ...Object.fromEntries(sheets.map(({ xml = '', after = '', whole }, at) => [`xl/worksheets/sheet${at + 1}.xml`, whole ?? `${head}<worksheet><sheetData>${xml}</sheetData>${after}</worksheet>`])),
    ...more,
  })
}
