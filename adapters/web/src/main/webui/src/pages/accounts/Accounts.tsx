import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function Accounts() {
  return <Page title={texts.common.sections.accounts}>{null}</Page>;
}
