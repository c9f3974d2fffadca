// The places: a calm column at the start side, or a bar at the foot of a phone.
import { useText } from '../text.tsx'
import { Icon } from '../ui/icon.tsx'
import { Go } from '../ui/link.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { useNavigate } from '@tanstack/react-router'
import { type Place, places } from './navigation.ts'

const PlaceLink = ({ place: { to, word, icon } }: { place: Place }) => {
  const text = useText()
  return <Go to={to} className="place"><Icon name={icon} /><span>{text(word)}</span></Go>
}

export function Places() {
  const text = useText()
  return (
    <nav className="places no-print" aria-label={text('web.places')}>
      <ul>{places.map((place) => <li key={place.to}><PlaceLink place={place} /></li>)}</ul>
    </nav>
  )
}

const atHand = places.slice(0, 4)
const further = places.slice(4)

export function PhonePlaces() {
  const text = useText()
  const navigate = useNavigate()
  return (
    <nav className="phone-places no-print" aria-label={text('web.places')}>
      {atHand.map((place) => <PlaceLink key={place.to} place={place} />)}
      <Menu label={text('web.more')} upwards className="place" face={<><Icon name="more" /><span>{text('web.more')}</span></>}>
        {further.map(({ to, word }) => <MenuItem key={to} onPick={() => void navigate({ href: to })}>{text(word)}</MenuItem>)}
      </Menu>
    </nav>
  )
}
