// The outbox: every letter this installation wrote. Without a mail server this is where its links are found.
import { ask, useDeed } from '#web/client.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { dir, langTag } from '#platform/i18n/locale.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Empty, ErrorNote, Note } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { More } from '#web/ui/table/more.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { peopleApi } from '../../api.ts'
import type { Letter } from '../../model.ts'
import { SettingsFrame } from './frame.tsx'

export function Page() {
  const text = useText()
  const register = useRegister(peopleApi.letters, { query: {} })
  const { data: ways } = useQuery(ask(peopleApi.ways, {}))
  return (
    <SettingsFrame place="outbox">
      {ways?.lettersLeave === false && <Note tone="saffron"><p>{text('people.no-mail-server')}</p></Note>}
      {register.loading && <Skeleton lines={6} />}
      {Boolean(register.error) && <ErrorNote error={register.error} />}
      {!register.loading && !register.error && register.rows.length === 0 && <Empty title={text('people.no-letters')}>{text('people.no-letters-next')}</Empty>}
      <div>{register.rows.map((letter) => <Line key={letter.id} letter={letter} />)}</div>
      {register.hasMore && <More register={register} />}
    </SettingsFrame>
  )
}

const looks = { kept: { tone: 'lapis', shape: 'square' }, waiting: { tone: 'saffron', shape: 'half' }, sent: { tone: 'jade', shape: 'disc' }, failed: { tone: 'garnet', shape: 'cross' } } as const

function Line({ letter }: { letter: Letter }) {
  const [text, locale] = [useText(), useLocale()]
  const trouble = useToastTrouble()
  const again = useDeed(peopleApi.sendAgain)
  return (
    <details className="letter">
      <summary>
        <span className="line-words"><bdi>{letter.subject}</bdi><small className="quiet"><bdi dir="ltr">{letter.toAddress}</bdi> · <time>{formatInstant(letter.writtenAt, locale)}</time></small></span>
        <Mark {...looks[letter.state]}>{text(`people.letter-states.${letter.state}`)}</Mark>
      </summary>
      <div className="stack">
        {letter.problem && <Note tone="garnet"><p><bdi dir="ltr">{letter.problem}</bdi></p></Note>}
        <div className="letter-body" lang={langTag(letter.locale)} dir={dir(letter.locale)}>{letter.body ? <WithLinks body={letter.body} /> : text('people.letter-forgotten')}</div>
        {letter.state === 'failed' && <div className="row"><Button small busy={again.isPending} onPress={() => again.mutate({ params: { id: letter.id } }, { onError: trouble })}>{text('people.send-again')}</Button></div>}
      </div>
    </details>
  )
}

/** The addresses in a letter can be opened from here. */
const WithLinks = ({ body }: { body: string }) => body.split(/(https?:\/\/\S+)/).map((part, place) => (place % 2 ? <a key={place} href={part} dir="ltr">{part}</a> : part))
