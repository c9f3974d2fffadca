// Spreadsheets, as the domains ask for them: the adapter's reader and writer behind each domain's own small interface.
import { readTable } from '#adapters/spreadsheets/read-table.ts'
import { sniff } from '#adapters/spreadsheets/sniff.ts'
import { writeCsv, writeWorkbook } from '#adapters/spreadsheets/write.ts'
import type { Table, WriteTable as WriteDownload } from '#domains/alliances/tables.ts'
import type { WriteTable } from '#domains/organisations/export.ts'

export const spreadsheets = { sniff, readTable, writeWorkbook }

export const writeTable: WriteTable = (format, { name, columns, rows, rightToLeft }) =>
  bytesOf(format, { name, columns: columns.map((header) => ({ header })), rows, rightToLeft })

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }

export const writeDownload: WriteDownload = async (format, table) =>
  ({ name: `${table.name}.${format}`, type: types[format], body: await bytesOf(format, table) })

async function bytesOf(format: 'xlsx' | 'csv', table: Table): Promise<Uint8Array> {
  return format === 'xlsx' ? writeWorkbook([table]) : writeCsv(table.columns.map(({ header }) => header), table.rows)
}
