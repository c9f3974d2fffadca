// What a register's column is.
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  /** The name the server sorts by; without it the column does not sort. */
  sort?: string
  align?: 'end'
  width?: string
  /** On a phone a row becomes a list: `hide` leaves this out there. */
  phone?: 'hide'
}

/** `name` upwards, `-name` downwards. */
export const nextSort = (current: string | undefined, column: string): string => (current === column ? `-${column}` : column)

export const sortedAs = (current: string | undefined, column: string | undefined): 'ascending' | 'descending' | 'none' | undefined =>
  column === undefined ? undefined : current === column ? 'ascending' : current === `-${column}` ? 'descending' : 'none'
