import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function Explore() {
  return <Page title={texts.common.sections.explore}>{null}</Page>;
}
