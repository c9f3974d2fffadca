// Who sits in a body: the sides beside each other, each with its seats; an empty one is seen to be empty.
import { useState } from 'react'
import { formatDay } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import type { BodyFile } from '../body-model.ts'
import type { SeatShown, SideShown } from '../model.ts'
import { SideName } from './pieces.tsx'
import { SeatDialog } from './seat-dialog.tsx'
import { SideDialog } from './side-dialog.tsx'

export function Composition({ body }: { body: BodyFile }) {
  const [text, locale] = [useText(), useLocale()]
  const [open, setOpen] = useState<{ sideId: string | null; seat: SeatShown | null } | null>(null)
  const [side, setSide] = useState<SideShown | null>(null)
  const mayPut = (mine: boolean) => body.may.compose && (mine || body.constitutedAt === null)
  return (
    <>
      <div className="sides">
        {body.sides.map((one) => (
          <section key={one.id} className="side">
            <h3><SideName side={one} /></h3>
            <Seats seats={one.seats} onPick={mayPut(one.mine) ? (seat) => setOpen({ sideId: one.id, seat }) : undefined} />
            {one.forbidsWritten && <p className="quiet">{text('committees.forbids-written')}</p>}
            {one.holidays.length > 0 && <p className="quiet">{text('committees.side.rests', { days: one.holidays.map((day) => formatDay(day, 'day', locale)).join(' · ') })}</p>}
            {(mayPut(one.mine) || one.mine) && <div className="row no-print">{mayPut(one.mine) && <Button small onPress={() => setOpen({ sideId: one.id, seat: null })}>{text('committees.add-seat')}</Button>}{one.mine && <Button small look="quiet" onPress={() => setSide(one)}>{text('committees.side')}</Button>}</div>}
          </section>
        ))}
        {(body.unsided.length > 0 || body.sides.length === 0) && (
          <section className="side">
            {body.sides.length > 0 && <h3>{text('committees.without-side')}</h3>}
            <Seats seats={body.unsided} onPick={body.may.compose ? (seat) => setOpen({ sideId: null, seat }) : undefined} />
            {body.may.compose && <div className="row no-print"><Button small onPress={() => setOpen({ sideId: null, seat: null })}>{text('committees.add-seat')}</Button></div>}
          </section>
        )}
      </div>
      {side && <SideDialog bodyId={body.id} side={side} onClose={() => setSide(null)} />}
      {open && <SeatDialog bodyId={body.id} sideId={open.sideId} seat={open.seat} onClose={() => setOpen(null)} />}
    </>
  )
}

function Seats({ seats, onPick }: { seats: readonly SeatShown[]; onPick: ((seat: SeatShown) => void) | undefined }) {
  const [text, locale] = [useText(), useLocale()]
  if (seats.length === 0) return <p className="quiet">{text('committees.no-seats')}</p>
  return (
    <ul className="seats">
      {seats.map((seat) => (
        <li key={seat.id}>
          <div>
            <strong>{seat.member ? <bdi>{seat.member.name}</bdi> : text('committees.vacant')}</strong>
            <small className="quiet">{[text(seat.office ? `committees.offices.${seat.office}` : `committees.roles.${seat.role}`), seat.withheld ? text('committees.vote-withheld') : seat.role === 'member' && !seat.voting && text('committees.without-vote'), seat.untilOn && text('committees.until', { on: formatDay(seat.untilOn, 'day', locale) })].filter(Boolean).join(' · ')}</small>
            {seat.alternate && <small className="quiet">{text('committees.alternate-is', { name: seat.alternate.name })}</small>}
          </div>
          {onPick && <Button small look="quiet" label={text('committees.change-seat-of', { name: seat.member?.name ?? text('committees.vacant') })} onPress={() => onPick(seat)}>{text('web.change')}</Button>}
        </li>
      ))}
    </ul>
  )
}
