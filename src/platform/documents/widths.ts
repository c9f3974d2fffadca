// How wide the columns of a printed table are when its words need more than the page has: the typesetter would take it all from the
// columns that share what is left, until their words lay upon each other.

/** What stands on one line of a page in the letters of a table, counted in letters. */
const room = { upright: 94, wide: 146 }
const between = 2.2
const looked = 200

type Column = { label: string; share: number | null }

/** The shares as they were while everything fits; else one for each column, by what its words need. */
export function sharesFor(columns: readonly Column[], rows: readonly (readonly string[])[], wide: boolean): (number | null)[] {
  const asked = columns.map(({ share }) => share)
  if (!asked.includes(null)) return asked
  const texts = columns.map(({ label }, at) => [label, ...rows.slice(0, looked).map((row) => row[at] ?? '')])
  const whole = texts.map((some) => Math.max(...some.map(widthOf)))
  const word = texts.map((some) => Math.max(...some.flatMap((text) => text.split(/\s+/).map((one) => Math.min(widthOf(one), 24)))))
  const needs = whole.map((width, at) => (asked[at] === null ? width : Math.max(word[at]!, Math.min(width, 24))))
  if (sum(needs) + between * columns.length <= (wide ? room.wide : room.upright)) return asked
  // The longest words first; what is then left goes to those who want more.
  const wants = whole.map((width, at) => Math.max(0, Math.min(width, asked[at] === null ? 28 : 40) - word[at]!))
  const left = Math.max(0, (wide ? room.wide : room.upright) - sum(word) - between * columns.length)
  return word.map((width, at) => Math.round((width + between + left * (wants[at]! / (sum(wants) || 1))) * 10) / 10)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** A Chinese character is as wide as two letters, a Cyrillic letter a little wider than a Latin one; a Nastaliq letter stands partly above its neighbour. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += /\p{Script=Han}/u.test(letter) ? 2 : /\p{Script=Arabic}/u.test(letter) ? 0.8 : /\p{Script=Cyrillic}/u.test(letter) ? 1.15 : 1
  return width
}
