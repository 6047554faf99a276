/** On a phone: the screens of the desk that have no tab of their own. */

import { List, ListLink } from '../../ui/list.tsx';
import { DeskPage } from './desk-page.tsx';
import { appPlaces, rounds, useOtherPlaces } from './navigation.tsx';

export default function MoreScreen() {
  const other = useOtherPlaces();
  return (
    <DeskPage title="Việc khác">
      {[rounds, other, appPlaces].map((places) => (
        <List key={places[0]?.to}>
          {places.map(({ to, label, icon }) => (
            <ListLink key={to} to={to} title={label} icon={icon} tone="quiet" />
          ))}
        </List>
      ))}
    </DeskPage>
  );
}
