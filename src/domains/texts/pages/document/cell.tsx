// One wording: read, or written where it stands; missing, or not yet changed along with another language.
import { useEffect, useRef } from 'react'
import type { Locale } from '#platform/kinds.ts'
import { dir, langTag } from '#platform/i18n/locale.ts'
import { languageName, listOf } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { textsApi } from '../../api.ts'
import type { ClauseShown } from '../../model.ts'
import type { TextFile } from '../../negotiation-model.ts'
import { whyNot } from '../../rules.ts'
import { isEmpty } from '../../variable-rules.ts'
import { WriteCell } from '../editor/write-cell.tsx'
import { RichView } from '../rich-view.tsx'
import { judgedOf } from '../use-text.ts'

type Props = {
  text: TextFile; clause: ClauseShown; lang: Locale; writing: boolean; mayWrite: boolean
  onWrite: () => void; onLeave: () => void; onNext: (step: 'next' | 'before' | 'beside') => void
}

export function Cell({ text, clause, lang, writing, mayWrite, onWrite, onLeave, onNext }: Props) {
  const [say, locale] = [useText(), useLocale()]
  const wording = clause.wordings[lang]
  const label = say('texts.write-clause', { number: clause.number ?? '', language: languageName(lang, locale) })
  const head = clause.labels[lang] && <p className="article-label" lang={langTag(lang)} dir={dir(lang)}>{clause.labels[lang]}</p>
  const here = useFocusBack(writing)
  const number = clause.articleId !== null && clause.number && <span className="clause-number figures">{clause.number}</span>
  return (
    <div ref={here} className={wording && !wording.matches ? 'cell behind' : 'cell'} lang={langTag(lang)} dir={dir(lang)}>
      {head}
      <div className="cell-body">
        {number}
        {writing
          ? <WriteCell text={text} clause={clause} lang={lang} label={label} onLeave={onLeave} onNext={onNext} />
          : <Still text={text} clause={clause} lang={lang} label={label} mayWrite={mayWrite} onWrite={onWrite} />}
      </div>
      {wording && !wording.matches && !isEmpty(wording.content) && <Behind text={text} clause={clause} lang={lang} />}
    </div>
  )
}

/** Who leaves the editor by keyboard stands on the clause that they wrote. */
function useFocusBack(writing: boolean) {
  const here = useRef<HTMLDivElement>(null)
  const wrote = useRef(writing)
  useEffect(() => {
    if (wrote.current && !writing && (document.activeElement ?? document.body) === document.body) here.current?.querySelector<HTMLElement>('.still.writable')?.focus()
    wrote.current = writing
  }, [writing])
  return here
}

/** Read until it is clicked, or entered by keyboard. Its name is what it says (WCAG 2.2, 2.5.3). */
function Still({ text, clause, lang, label, mayWrite, onWrite }: Pick<Props, 'text' | 'clause' | 'lang' | 'mayWrite' | 'onWrite'> & { label: string }) {
  const say = useText()
  const content = clause.wordings[lang]?.content
  const there = isEmpty(content)
    ? <Mark tone="garnet" shape="dash">{say('texts.missing-here')}</Mark>
    : <RichView rich={content!} lang={lang} values={text.values} />
  if (!mayWrite) return <div className="still">{there}</div>
  return (
    <div className="still writable" role="button" tabIndex={0} aria-description={label} onClick={() => window.getSelection()?.isCollapsed !== false && onWrite()}
      onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), onWrite())}>
      {there}
    </div>
  )
}

function Behind({ text, clause, lang }: Pick<Props, 'text' | 'clause' | 'lang'>) {
  const [say, locale, viewer, trouble] = [useText(), useLocale(), useViewer(), useToastTrouble()]
  const match = useDeed(textsApi.match)
  const wording = clause.wordings[lang]!
  const changed = text.languages.filter((one) => one !== lang && clause.wordings[one]?.matches).map((one) => languageName(one, locale))
  const onPress = () => match.mutate({ params: { id: text.agreementId, clauseId: clause.id, lang }, body: { seen: wording.edition } }, { onError: trouble })
  return (
    <div className="behind-mark no-print" lang={langTag(locale)} dir={dir(locale)}>
      <Mark tone="saffron" shape="half">{say('texts.changed-there', { languages: listOf(changed, locale) })}</Mark>
      {viewer && whyNot('match', judgedOf(text), viewer) === undefined && <Button small look="quiet" busy={match.isPending} onPress={onPress}>{say('texts.it-matches')}</Button>}
    </div>
  )
}
