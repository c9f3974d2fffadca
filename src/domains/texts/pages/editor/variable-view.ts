// A variable in the editor: a chip that says what it means here, marked when it means nothing yet.
import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import type { Locale } from '#platform/kinds.ts'
import type { Given } from '../../model.ts'

export const variableView = (lang: Locale, values: Record<string, Given>) => (node: Node): NodeView => {
  const name = node.attrs['name'] as string
  const said = values[name]?.[lang]
  const dom = document.createElement('span')
  dom.className = said ? 'variable chip' : 'variable chip unknown'
  dom.dataset['variable'] = name
  dom.title = name
  dom.textContent = said ?? `{${name}}`
  return { dom }
}
