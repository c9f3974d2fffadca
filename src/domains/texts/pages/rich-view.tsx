// A wording as it is read: variables written out, those that mean nothing yet marked.
import type { ReactNode } from 'react'
import type { Block, Inline, Rich } from '#platform/documents/rich.ts'
import { dir, langTag } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import type { Given } from '../model.ts'
import { parted } from '../variable-rules.ts'

type Props = { rich: Rich; lang: Locale; values: Record<string, Given> }

export function RichView({ rich, lang, values }: Props) {
  return <div lang={langTag(lang)} dir={dir(lang)} className="wording">{rich.map((block, at) => <BlockView key={at} block={block} say={(line) => runs(line, lang, values)} />)}</div>
}

function BlockView({ block, say }: { block: Block; say: (line: Inline[]) => ReactNode }) {
  if (block.kind === 'heading') return <p className={`wording-head level-${block.level}`}>{say(block.line)}</p>
  if (block.kind === 'paragraph') return <p>{say(block.line)}</p>
  if (block.kind === 'list') {
    const items = block.items.map((line, at) => <li key={at}>{say(line)}</li>)
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  const [first, ...rest] = block.rows
  return (
    <table>
      {block.head && <thead><tr>{first!.map((line, at) => <th key={at}>{say(line)}</th>)}</tr></thead>}
      <tbody>{(block.head ? rest : block.rows).map((row, at) => <tr key={at}>{row.map((line, inside) => <td key={inside}>{say(line)}</td>)}</tr>)}</tbody>
    </table>
  )
}

const runs = (line: Inline[], lang: Locale, values: Record<string, Given>): ReactNode => line.map(({ text, bold, italic }, at) => {
  const said = parted(text).map((part, inside) => ('text' in part ? part.text : <Variable key={inside} name={part.variable} said={values[part.variable]?.[lang]} />))
  return bold ? <strong key={at}>{italic ? <em>{said}</em> : said}</strong> : italic ? <em key={at}>{said}</em> : <span key={at}>{said}</span>
})

const Variable = ({ name, said }: { name: string; said: string | undefined }) =>
  said ? <bdi className="variable" title={name}>{said}</bdi> : <bdi className="variable unknown">{`{${name}}`}</bdi>
