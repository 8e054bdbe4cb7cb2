import Verbatim
import Testing
