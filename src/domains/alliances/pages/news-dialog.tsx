// Writes news or an event, in one language or several.
import { useState } from 'react'
import { Refusal, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { alliancesApi } from '../api.ts'
import type { AllianceFile, News, NewsText } from '../model.ts'
import { today } from './pieces.tsx'
import { TextsField } from './texts-field.tsx'

type Props = { alliance: AllianceFile; news?: News; onClose: () => void }

export function NewsDialog({ alliance, news, onClose }: Props) {
  const text = useText()
  const [draft, setDraft] = useState<NewsText>(() => draftOf(news))
  const put = (change: Partial<NewsText>) => setDraft({ ...draft, ...change })
  const { save, remove, error, busy } = useSave(alliance, news, onClose)
  const fields = error instanceof Refusal ? error.fields : {}
  return (
    <Dialog open side onClose={onClose} title={text(news ? 'alliances.change-news' : 'alliances.publish')} actions={(
      <>
        {news && <Button look="danger" busy={busy} onPress={remove}>{text('alliances.remove-news')}</Button>}
        <Button look="primary" busy={busy} onPress={() => save(draft)}>{text('alliances.save')}</Button>
      </>
    )}>
      <SelectField label={text('alliances.kind')} required value={draft.kind} onChange={(kind) => put({ kind: kind as NewsText['kind'] })} options={(['news', 'event'] as const).map((value) => ({ value, label: text(`alliances.kinds.${value}`) }))} />
      <DayField label={text('alliances.news-day')} required value={draft.on} onChange={(on) => put({ on: on ?? { value: today(), precision: 'day' } })} />
      {draft.kind === 'event' && <DayField label={text('alliances.news-until')} precise value={draft.untilDay ? { value: draft.untilDay, precision: 'day' } : null} onChange={(day: KnownDay | null) => put({ untilDay: day?.value ?? null })} />}
      {draft.kind === 'event' && <TextField label={text('alliances.place')} value={draft.place ?? ''} onChange={(place) => put({ place: place || null })} />}
      <TextsField label={text('alliances.news-title')} value={draft.title} onChange={(title) => put({ title })} wrong={fields['title']} maxLength={500} />
      <TextsField label={text('alliances.news-body')} value={draft.body} onChange={(body) => put({ body })} lines={5} />
      <TextField label={text('alliances.news-link')} hint={text('alliances.news-link.hint')} value={draft.link ?? ''} onChange={(link) => put({ link: linkFrom(link) })} wrong={fields['link']} />
      <CheckField label={text('alliances.public')} hint={text('alliances.public-hint')} checked={draft.public} onChange={(open) => put({ public: open })} />
      {error && Object.keys(fields).length === 0 ? <ErrorNote error={error} /> : null}
    </Dialog>
  )
}

const draftOf = (news: News | undefined): NewsText => news
  ? { ...news, on: { value: news.onDay ?? today(), precision: news.precision ?? 'day' } }
  : { kind: 'news', on: { value: today(), precision: 'day' }, untilDay: null, place: null, country: null, title: {}, body: {}, public: false, source: null, link: null }

/** Copied from the browser, the address of a ceremony's result is one of this installation. */
function linkFrom(typed: string): string | null {
  const plain = typed.trim()
  const here = URL.parse(plain)
  return here?.origin === window.location.origin && here.pathname.startsWith('/s/') ? here.pathname : plain || null
}

function useSave(alliance: AllianceFile, news: News | undefined, onClose: () => void) {
  const [text, say] = [useText(), useToast()]
  const [publish, change, remove] = [useDeed(alliancesApi.publish), useDeed(alliancesApi.changeNews), useDeed(alliancesApi.removeNews)]
  const done = (key: string) => () => (say(text(key)), onClose())
  return {
    busy: publish.isPending || change.isPending || remove.isPending, error: publish.error ?? change.error ?? remove.error,
    save: (body: NewsText) => news
      ? change.mutate({ params: { id: alliance.id, newsId: news.id }, body }, { onSuccess: done('alliances.news-saved') })
      : publish.mutate({ params: { id: alliance.id }, body }, { onSuccess: done('alliances.news-saved') }),
    remove: () => news && remove.mutate({ params: { id: alliance.id, newsId: news.id } }, { onSuccess: done('alliances.news-removed') }),
  }
}
