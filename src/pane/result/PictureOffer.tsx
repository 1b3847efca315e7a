/** Offers a picture above a list that it would push off a small screen; its file is fetched when it is opened. */
import { Button } from '@fluentui/react-components';
import { DataBarHorizontalRegular } from '@fluentui/react-icons/svg/data-bar-horizontal';
import { type ReactNode, useState } from 'react';
import { usePane } from '../context';
import { useLoaded } from '../useLoaded';
import { useCardStyles } from './useCardStyles';

const loadCharts = () => import(/* webpackChunkName: "charts" */ '../charts');
type Charts = Awaited<ReturnType<typeof loadCharts>>;

export interface PictureOfferProps {
  readonly name: string;
  readonly draw: (charts: Charts) => ReactNode;
}

export function PictureOffer({ draw, name }: PictureOfferProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const [isOpen, setOpen] = useState(false);
  const charts = useLoaded(isOpen ? loadCharts : null);
  return (
    <>
      <div className={card.row}>
        <Button
          size="small"
          icon={<DataBarHorizontalRegular />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {name}
        </Button>
      </div>
      {isOpen && (charts ? draw(charts) : <p className={card.aside}>{words.say('openingPage')}</p>)}
    </>
  );
}
