export { CustomerTimelineSection } from "./customer-timeline-section"
