import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function Audit() {
  return <Page title={texts.common.sections.audit}>{null}</Page>;
}
