import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function Flags() {
  return <Page title={texts.common.sections.flags}>{null}</Page>;
}
