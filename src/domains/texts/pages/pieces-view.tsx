// A difference as it is read: what went is struck through, what came is underlined, both with a colour and a word for the ear.
import { dir, langTag } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import type { Piece } from '../model.ts'

export function PiecesView({ pieces, lang }: { pieces: Piece[]; lang: Locale }) {
  return (
    <p lang={langTag(lang)} dir={dir(lang)} className="wording pieces">
      {pieces.map(({ text, mark }, at) => (mark === 'added' ? <ins key={at}>{text}</ins> : mark === 'removed' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>))}
    </p>
  )
}
