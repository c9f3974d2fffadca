// What can be written in a wording: exactly what `Rich` holds, with variables as pieces that stay whole.
import { type DOMOutputSpec, Schema } from 'prosemirror-model'
import { tableNodes } from 'prosemirror-tables'

const hole: DOMOutputSpec = ['p', 0]
const tables = tableNodes({ tableGroup: 'block', cellContent: 'paragraph', cellAttributes: {} })

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => hole },
    heading: {
      group: 'block', content: 'inline*', attrs: { level: { default: 2 } }, defining: true,
      parseDOM: [1, 2, 3].map((level) => ({ tag: `h${level}`, attrs: { level } })), toDOM: ({ attrs }) => ['p', { class: `wording-head level-${attrs['level']}` }, 0],
    },
    bulletList: { group: 'block', content: 'listItem+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    orderedList: { group: 'block', content: 'listItem+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    listItem: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    ...tables,
    text: { group: 'inline' },
    variable: {
      group: 'inline', inline: true, atom: true, attrs: { name: {} },
      parseDOM: [{ tag: 'span[data-variable]', getAttrs: (dom) => ({ name: (dom as HTMLElement).dataset['variable'] }) }],
      toDOM: ({ attrs }) => ['span', { 'data-variable': attrs['name'] as string, class: 'variable' }, `{${attrs['name']}}`],
    },
  },
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})
