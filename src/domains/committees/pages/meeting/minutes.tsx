// Minutes: every language beside the others, each side's approval of this very wording, the seal, and corrections.
import { useState } from 'react'
import { formatInstant } from '#platform/i18n/format.ts'
import { localeNames } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { meetingsApi } from '../../api.ts'
import type { MeetingFile } from '../../session-model.ts'
import { Checks, SideName } from '../pieces.tsx'
import { useHeard } from './live.ts'
import { Signatures } from './minutes-signing.tsx'

export function Minutes({ meeting }: { meeting: MeetingFile }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const draft = useDeed(meetingsApi.draftMinutes)
  const { id, minutes, may } = meeting
  useHeard(id)
  if (!minutes) return <Section title={text('committees.minutes')}><p className="quiet">{text('committees.minutes.none')}</p>{may.arrange && <div className="row no-print"><Button look="primary" busy={draft.isPending} onPress={() => draft.mutate({ params: { id } }, { onError: trouble })}>{text('committees.minutes.begin')}</Button></div>}</Section>
  return (
    <Section title={text('committees.minutes')} aside={<Mark tone={minutes.sealedAt ? 'jade' : 'saffron'} shape={minutes.sealedAt ? 'disc' : 'half'}>{text(minutes.sealedAt ? 'committees.minutes.are-sealed' : 'committees.minutes.wait')}</Mark>}>
      <div className="minutes-texts">{minutes.texts.map((one) => <Text key={one.locale} meeting={meeting} locale={one.locale} />)}</div>
      {!minutes.sealedAt && may.arrange && <AddLanguage meeting={meeting} />}
      <Approvals meeting={meeting} />
      <p className="quiet hash"><code dir="ltr">{minutes.now}</code></p>
      <Checks checks={minutes.checks} />
      {minutes.sealedAt && <Signatures meeting={meeting} addendumId={null} />}
      {minutes.sealedAt && <Addenda meeting={meeting} />}
    </Section>
  )
}

function Text({ meeting: { id, minutes, may }, locale }: { meeting: MeetingFile; locale: Locale }) {
  const text = useText()
  const row = minutes!.texts.find((one) => one.locale === locale)!
  // What stood there when one began to write: what the other side writes meanwhile is not written over.
  const [writing, setWriting] = useState<{ said: string; seen: string } | null>(null)
  const write = useDeed(meetingsApi.writeMinutes)
  const send = () => writing?.said.trim() && write.mutate({ params: { id }, body: { locale, text: writing.said, seen: writing.seen } }, { onSuccess: () => setWriting(null) })
  return (
    <section>
      <h3>{localeNames[locale]}</h3>
      {writing === null ? <pre lang={locale} dir="auto">{row.text}</pre> : <TextField label={localeNames[locale]} lines={24} lang={locale} value={writing.said} onChange={(said) => setWriting({ ...writing, said })} />}
      {write.error && <ErrorNote error={write.error} />}
      {may.arrange && !minutes!.sealedAt && <div className="row no-print">{writing === null ? <Button small look="quiet" label={`${text('web.change')} ${localeNames[locale]}`} onPress={() => setWriting({ said: row.text, seen: row.changedAt })}>{text('web.change')}</Button> : <><Button small look="quiet" onPress={() => setWriting(null)}>{text('web.close')}</Button><Button small look="primary" busy={write.isPending} onPress={send}>{text('committees.record')}</Button></>}</div>}
    </section>
  )
}

function AddLanguage({ meeting: { id, minutes } }: { meeting: MeetingFile }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const write = useDeed(meetingsApi.writeMinutes)
  const missing = (['en', 'zh', 'ru', 'ur'] as const).filter((each) => !minutes!.texts.some(({ locale }) => locale === each))
  if (missing.length === 0) return null
  const add = (locale: string) => locale && write.mutate({ params: { id }, body: { locale: locale as Locale, text: null } }, { onError: trouble })
  return <div className="no-print"><SelectField label={text('committees.minutes.add-language')} value="" none="–" onChange={add} options={missing.map((value) => ({ value, label: localeNames[value] }))} /></div>
}

function Approvals({ meeting: { id, minutes, sides, may } }: { meeting: MeetingFile }) {
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const approve = useDeed(meetingsApi.approveMinutes, ['/bodies'])
  const send = (sideId: string | null) => approve.mutate({ params: { id }, body: { sideId, hash: minutes!.now } }, { onError: trouble })
  return (
    <div className="sides">
      {sides.map((side) => {
        const said = minutes!.approvals.find(({ sideId }) => sideId === side.id)
        return (
          <section key={side.id} className="side">
            <h3><SideName side={side} /></h3>
            {said?.valid ? <><Mark tone="jade" shape="disc">{text('committees.minutes.approved')}</Mark><p className="quiet"><bdi>{said.name}</bdi> · {formatInstant(said.at, locale)}</p></> : <Mark tone="quiet" shape="ring">{text(said ? 'committees.minutes.approved-other' : 'committees.minutes.not-approved')}</Mark>}
            {!minutes!.sealedAt && !said?.valid && may.speaksFor.includes(side.id) && <div className="row no-print"><Button look="primary" busy={approve.isPending} onPress={() => send(side.id)}>{text('committees.minutes.approve')}</Button></div>}
          </section>
        )
      })}
      {sides.length === 0 && !minutes!.sealedAt && may.arrange && <div className="row no-print"><Button look="primary" busy={approve.isPending} onPress={() => send(null)}>{text('committees.minutes.approve')}</Button></div>}
    </div>
  )
}

function Addenda({ meeting }: { meeting: MeetingFile }) {
  const { id, minutes, sides, may } = meeting
  const [text, trouble] = [useText(), useToastTrouble()]
  const [said, setSaid] = useState<string | null>(null)
  const [add, approve] = [useDeed(meetingsApi.addAddendum), useDeed(meetingsApi.approveAddendum)]
  const side = sides.find((one) => may.speaksFor.includes(one.id))
  const mayCorrect = side !== undefined || (sides.length === 0 && may.arrange)
  return (
    <>
      {minutes!.addenda.map((one) => (
        <div key={one.id} className="note lapis"><div>
          <p><bdi>{one.text}</bdi></p>
          <Mark tone={one.sealedAt ? 'jade' : 'saffron'} shape={one.sealedAt ? 'disc' : 'half'}>{text(one.sealedAt ? 'committees.minutes.are-sealed' : 'committees.minutes.wait')}</Mark>
          {one.sealedAt && <Signatures meeting={meeting} addendumId={one.id} />}
          {side && !one.sealedAt && !one.approvals.some(({ sideId }) => sideId === side.id) && <Button small busy={approve.isPending} onPress={() => approve.mutate({ params: { id, addendumId: one.id }, body: { sideId: side.id } }, { onError: trouble })}>{text('committees.minutes.approve')}</Button>}
        </div></div>
      ))}
      {mayCorrect && <div className="row no-print"><Button small look="quiet" onPress={() => setSaid('')}>{text('committees.minutes.correct')}</Button></div>}
      {said !== null && mayCorrect && <Dialog open onClose={() => setSaid(null)} title={text('committees.minutes.correct')} actions={<Button look="primary" busy={add.isPending} onPress={() => said.trim() && add.mutate({ params: { id }, body: { sideId: side?.id ?? null, text: said.trim() } }, { onSuccess: () => setSaid(null) })}>{text('committees.record')}</Button>}>
        <TextField label={text('committees.minutes.correction')} required lines={4} value={said} onChange={setSaid} />
        {add.error && <ErrorNote error={add.error} />}
      </Dialog>}
    </>
  )
}
