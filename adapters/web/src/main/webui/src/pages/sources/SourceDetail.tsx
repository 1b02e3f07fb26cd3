import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function SourceDetail() {
  return <Page title={texts.common.sections.sources}>{null}</Page>;
}
