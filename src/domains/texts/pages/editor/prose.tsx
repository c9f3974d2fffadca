// The editor itself: ProseMirror on one wording, with the keys people know. Fetched when someone begins to write.
import { baseKeymap, chainCommands, setBlockType, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState, type Plugin } from 'prosemirror-state'
import { goToNextCell, tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState } from 'react'
import type { Rich } from '#platform/documents/rich.ts'
import { dir, langTag } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import type { Given } from '../../model.ts'
import { docOf, richOfDoc } from './convert.ts'
import { schema } from './schema.ts'
import { Tools } from './tools.tsx'
import { variableView } from './variable-view.ts'

export type ProseProps = {
  start: Rich; lang: Locale; label: string; values: Record<string, Given>
  onChange: (rich: Rich) => void; onLeave: () => void; onNext: (step: 'next' | 'before' | 'beside') => void
}

export default function Prose(props: ProseProps) {
  const place = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<EditorView>()
  const [, drawAgain] = useState(0)
  const now = useRef(props)
  useEffect(() => { now.current = props })
  useEffect(() => {
    const made = mount(place.current!, now, () => drawAgain((count) => count + 1))
    setView(made)
    made.focus()
    return () => made.destroy()
  }, [])
  return (
    <div className="prose">
      {view && <Tools view={view} values={props.values} lang={props.lang} />}
      <div ref={place} className="prose-place" />
    </div>
  )
}

function mount(place: HTMLElement, now: { current: ProseProps }, moved: () => void): EditorView {
  const { start, lang, label, values } = now.current
  const view = new EditorView(place, {
    state: EditorState.create({ doc: docOf(start), plugins: plugins((step) => now.current.onNext(step), () => now.current.onLeave()) }),
    attributes: { class: 'wording', lang: langTag(lang), dir: dir(lang), role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
    nodeViews: { variable: variableView(lang, values) },
    dispatchTransaction: (change) => {
      view.updateState(view.state.apply(change))
      if (change.docChanged) now.current.onChange(richOfDoc(view.state.doc))
      moved()
    },
  })
  return view
}

/** Alt with an arrow goes to the clause above, below, or beside in the next language; Escape leaves. */
function plugins(go: (step: 'next' | 'before' | 'beside') => void, leave: () => void): Plugin[] {
  const to = (step: 'next' | 'before' | 'beside'): Command => () => (go(step), true)
  const { strong, em } = schema.marks
  return [
    history(),
    keymap({
      'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo, 'Mod-b': toggleMark(strong!), 'Mod-i': toggleMark(em!),
      'Mod-Shift-8': wrapInList(schema.nodes['bulletList']!), 'Mod-Shift-7': wrapInList(schema.nodes['orderedList']!), 'Mod-Alt-2': setBlockType(schema.nodes['heading']!, { level: 2 }), 'Mod-Alt-0': setBlockType(schema.nodes['paragraph']!),
      Enter: chainCommands(splitListItem(schema.nodes['listItem']!), liftListItem(schema.nodes['listItem']!)), Tab: goToNextCell(1), 'Shift-Tab': goToNextCell(-1),
      'Alt-ArrowDown': to('next'), 'Mod-Enter': to('next'), 'Alt-ArrowUp': to('before'), 'Alt-ArrowLeft': to('beside'), 'Alt-ArrowRight': to('beside'), Escape: () => (leave(), true),
    }),
    keymap(baseKeymap),
    tableEditing(),
  ]
}
