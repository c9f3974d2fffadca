// An agreement's title: the reader's language first, the original beneath when that is another.
import { useLocale } from '#web/text.tsx'
import { type Agreement, titleIn } from '../model.ts'

type Titled = Pick<Agreement, 'title' | 'titleLang' | 'titles'>

export function Title({ of }: { of: Titled }) {
  const read = titleIn(of, useLocale())
  return (
    <span className="language-names">
      <span><bdi className="official-name">{read}</bdi></span>
      {read !== of.title && <span className="beneath"><bdi className="official-name" lang={of.titleLang ?? undefined}>{of.title}</bdi></span>}
    </span>
  )
}
