// Who changed what in a clause, word by word, newest first.
import { useQuery } from '@tanstack/react-query'
import { formatInstant, languageName } from '#platform/i18n/format.ts'
import type { Id } from '#platform/kinds.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { textsApi } from '../../api.ts'
import type { TextFile } from '../../negotiation-model.ts'
import { PiecesView } from '../pieces-view.tsx'
import { useSideName } from '../use-text.ts'

export function Changes({ text, clauseId }: { text: TextFile; clauseId: Id }) {
  const [say, locale, sideName] = [useText(), useLocale(), useSideName(text)]
  const { data, error } = useQuery(ask(textsApi.changes, { params: { id: text.agreementId, clauseId } }))
  if (error) return <ErrorNote error={error} />
  if (!data) return <Skeleton lines={3} />
  if (data.length === 0) return <p className="quiet">{say('texts.changes-none')}</p>
  return (
    <ol className="change-list">
      {data.map(({ id, what, lang, pieces, who, sideId, at }) => (
        <li key={id}>
          <small className="quiet"><time dateTime={at}><bdi>{formatInstant(at, locale)}</bdi></time> · <bdi>{[who, sideName(sideId)].filter(Boolean).join(', ')}</bdi> · {say(`texts.change.${what}`, { language: lang ? languageName(lang, locale) : '' })}</small>
          {lang && pieces.length > 0 && <PiecesView pieces={pieces} lang={lang} />}
        </li>
      ))}
    </ol>
  )
}
