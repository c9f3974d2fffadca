// The few tools above a wording: what it may look like, and the variables that may stand in it.
import { setBlockType, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { wrapInList } from 'prosemirror-schema-list'
import { type Command, TextSelection } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteTable, isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { type ReactNode } from 'react'
import type { Locale } from '#platform/kinds.ts'
import { useText } from '#web/text.tsx'
import { Menu, MenuItem } from '#web/ui/menu.tsx'
import type { Given } from '../../model.ts'
import { schema } from './schema.ts'

type Props = { view: EditorView; values: Record<string, Given>; lang: Locale }
const { nodes, marks } = schema

export function Tools({ view, values, lang }: Props) {
  const text = useText()
  const run = (command: Command) => { command(view.state, view.dispatch, view); view.focus() }
  const tool = (word: string, face: ReactNode, command: Command) => (
    <button type="button" className="tool" title={text(`texts.tools.${word}`)} aria-label={text(`texts.tools.${word}`)} disabled={!command(view.state)} onMouseDown={(event) => event.preventDefault()} onClick={() => run(command)}>{face}</button>
  )
  return (
    <div className="tools no-print" role="toolbar" aria-label={text('texts.tools')}>
      {tool('bold', <b>B</b>, toggleMark(marks['strong']!))}
      {tool('italic', <i>I</i>, toggleMark(marks['em']!))}
      {tool('heading', 'H', setBlockType(nodes['heading']!, { level: 2 }))}
      {tool('paragraph', '¶', setBlockType(nodes['paragraph']!))}
      {tool('list', '•', wrapInList(nodes['bulletList']!))}
      {tool('numbered', '①', wrapInList(nodes['orderedList']!))}
      {isInTable(view.state)
        ? <>{tool('row', '＋↓', addRowAfter)}{tool('column', '＋→', addColumnAfter)}{tool('no-table', '⊟', deleteTable)}</>
        : tool('table', '⊞', insertTable)}
      {tool('undo', '↶', undo)}
      {tool('redo', '↷', redo)}
      <Menu label={text('texts.tools.variable')} face={<span className="tool-words">{'{ }'}</span>} className="tool">
        {Object.keys(values).map((name) => <MenuItem key={name} onPick={() => run(insertVariable(name))}><bdi>{values[name]?.[lang] ?? name}</bdi> <small className="quiet">{name}</small></MenuItem>)}
      </Menu>
    </div>
  )
}

const insertVariable = (name: string): Command => (state, dispatch) => (dispatch?.(state.tr.replaceSelectionWith(nodes['variable']!.create({ name }))), true)

const insertTable: Command = (state, dispatch) => {
  const cell = (type: string) => nodes[type]!.create(null, nodes['paragraph']!.create())
  const row = (type: string) => nodes['table_row']!.create(null, [cell(type), cell(type)])
  if (!dispatch) return true
  const made = state.tr.replaceSelectionWith(nodes['table']!.create(null, [row('table_header'), row('table_cell')]))
  // One begins to write in its first cell.
  let first: number | undefined
  made.doc.nodesBetween(made.mapping.map(state.selection.from, -1), made.doc.content.size, (node, place) => { if (first === undefined && node.type === nodes['table']) first = place; return first === undefined })
  dispatch((first === undefined ? made : made.setSelection(TextSelection.near(made.doc.resolve(first + 1)))).scrollIntoView())
  return true
}
