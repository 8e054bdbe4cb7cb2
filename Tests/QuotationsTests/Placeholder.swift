import Quotations
import Testing
