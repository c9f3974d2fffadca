// Variables stand in a stored wording as `{party.a.name}` and are written out where the text is read, signed or sent.
import type { Block, Inline, Rich } from '#platform/documents/rich.ts'

const token = /\{([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*)\}/g

export type Meanings = Record<string, string | undefined>

/** The variables in it, each once, in order. */
export const variablesIn = (rich: Rich): string[] =>
  [...new Set(rich.flatMap(linesOf).flatMap((line) => line.flatMap(({ text }) => [...text.matchAll(token)].map(([, name]) => name!))))]

/** The same with each variable written out; one that means nothing yet stays as it stands. */
export const written = (rich: Rich, meanings: Meanings): Rich => rich.map((block) => inEachLine(block, (line) => line.map((run) => ({ ...run, text: writtenText(run.text, meanings) }))))

export const writtenText = (text: string, meanings: Meanings): string => text.replaceAll(token, (whole, name: string) => meanings[name] ?? whole)

/** A text parted at its variables: `{ text }` or `{ variable }`. */
export function parted(text: string): ({ text: string } | { variable: string })[] {
  return text.split(token).flatMap((piece, place): ({ text: string } | { variable: string })[] => (place % 2 ? [{ variable: piece }] : piece ? [{ text: piece }] : []))
}

export const isEmpty = (rich: Rich | undefined): boolean => !rich || rich.every((block) => linesOf(block).every((line) => line.every(({ text }) => !text.trim())))

function linesOf(block: Block): Inline[][] {
  if (block.kind === 'list') return block.items
  return block.kind === 'table' ? block.rows.flat() : [block.line]
}

function inEachLine(block: Block, change: (line: Inline[]) => Inline[]): Block {
  if (block.kind === 'list') return { ...block, items: block.items.map(change) }
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(change)) }
  return { ...block, line: change(block.line) }
}
